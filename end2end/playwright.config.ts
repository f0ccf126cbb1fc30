// Every page in real Chromium against a real server, on a desktop and on a phone, with WASM and
// without it.
import { defineConfig, devices } from '@playwright/test'

const chromium = {
  browserName: 'chromium',
  launchOptions: {
    executablePath: process.env.BATON_CHROMIUM ?? '/usr/bin/chromium',
    // Chromium's sandbox refuses to work for root, which is who runs tests in a container.
    chromiumSandbox: process.getuid?.() !== 0,
  },
} as const

const desktop = { ...chromium, viewport: { width: 1280, height: 800 } }
const phone = { ...devices['Pixel 7'], ...chromium }

// What must work everywhere: in the two combinations that differ in both ways, the story of one contact in all four;
// `make nightly` visits all in all four. What only a hydrated page can do; what holds for pages without JavaScript.
const everywhere = 'everywhere/**/*.spec.ts'
const story = 'everywhere/one-contact.spec.ts'
const hydrated = 'hydrated/**/*.spec.ts'
const withoutScript = 'no-js/**/*.spec.ts'
// What goes on between a page and the server, whatever its size: on a phone, as texters have it, and by `make nightly` on both.
const ofAnyScreen = [
  'bundle', 'closed-elsewhere', 'countdown', 'draft', 'incoming', 'live-thread', 'losing', 'more-replies', 'open-hours', 'requests',
  'responses', 'suspend', 'text-length', 'undo', 'navigation/motion', 'navigation/next-text', 'navigation/page-language',
  'silent-network', 'windows', 'one-stream', 'waiting-and-failing', 'outdated-page', 'overtaken', 'unsaved', 'promise',
  'navigation/right-person', 'navigation/interrupted', 'navigation/form-answers', 'navigation/unanswered-text',
  'navigation/left-draft', 'navigation/left-request', 'navigation/left-while-sending', 'navigation/older-browser',
].map((name) => `**/hydrated/${name}.spec.ts`)
// The pages of admins, in the two combinations that differ in both ways, and what only a hydrated page of theirs can do on a
// desktop; `make nightly` visits them in all four, and on both.
const admin = 'admin/**/*.spec.ts'
const ofAdmins = [
  'admin-accessibility', 'admin-language', 'autoassign-window', 'campaign-list', 'contacts', 'dialog-accessibility', 'figures', 'launch',
  'opt-outs', 'pause-and-copy', 'release-dialog', 'running-release', 'second-pass', 'navigation/memory', 'navigation/screens',
].map((name) => `**/hydrated/${name}.spec.ts`)
const isWhole = process.env.BATON_TEST_MATRIX === 'whole'
const adminElsewhere = isWhole ? [admin] : []
const opposite = isWhole ? everywhere : story

export default defineConfig({
  testDir: 'specs',
  globalSetup: './support/global-setup.ts',
  fullyParallel: true,
  // One more than the cores of the smallest machine: a test waits for its server now and then.
  workers: 3,
  forbidOnly: true,
  retries: 0,
  timeout: 30_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  // What a failed page showed is kept. A trace of every test is a tenth of the time of all: BATON_TEST_TRACE=1 for one.
  use: { screenshot: 'only-on-failure', trace: process.env.BATON_TEST_TRACE ? 'retain-on-failure' : 'off' },
  projects: [
    { name: 'desktop', use: desktop, testMatch: [opposite, hydrated, admin], testIgnore: isWhole ? [] : ofAnyScreen },
    { name: 'phone', use: phone, testMatch: [everywhere, hydrated, ...adminElsewhere], testIgnore: isWhole ? [] : ofAdmins },
    {
      name: 'desktop without WASM',
      use: { ...desktop, javaScriptEnabled: false },
      testMatch: [everywhere, withoutScript, ...adminElsewhere],
    },
    { name: 'phone without WASM', use: { ...phone, javaScriptEnabled: false }, testMatch: [opposite, withoutScript, admin] },
    // Server and carrier, without a browser.
    { name: 'carrier', testMatch: 'carrier/**/*.spec.ts' },
  ],
})
