// What pages may weigh, in bytes as they are sent, and how quick they are: Lighthouse's score, and milliseconds.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

type Budget = Record<
  | 'texterFirstBytes' | 'texterCompleteBytes' | 'supervolunteerCompleteBytes' | 'adminCompleteBytes'
  | 'lighthousePerformance' | 'interactionMs' | 'nextTextMs',
  number
>

export const budget = JSON.parse(readFileSync(resolve(import.meta.dirname, '../budget.json'), 'utf8')) as Budget
