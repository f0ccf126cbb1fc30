// The benchmarks in the browser: one at a time, since they share the machine with what they measure.
import { defineConfig } from '@playwright/test'
import tests from './playwright.config.ts'

export default defineConfig({
  ...tests,
  testDir: 'benchmarks',
  testMatch: '*.bench.ts',
  workers: 1,
  expect: { timeout: 30_000 },
  use: { trace: 'off' },
  projects: tests.projects?.slice(0, 1).map((project) => ({ ...project, testMatch: '*.bench.ts' })),
})
