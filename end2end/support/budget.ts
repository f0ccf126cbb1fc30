// What pages may weigh, in bytes as they are sent.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

type Budget = { texterFirstBytes: number; texterCompleteBytes: number; adminCompleteBytes: number }

export const budget = JSON.parse(readFileSync(resolve(import.meta.dirname, '../budget.json'), 'utf8')) as Budget
