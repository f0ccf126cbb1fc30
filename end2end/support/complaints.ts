// Whatever the browser complains about fails the test: errors on the console, exceptions, what the
// Content Security Policy refused, and questions that the test does not answer.
import type { BrowserContext } from '@playwright/test'

export class Complaints {
  #heard: string[] = []
  #expected: RegExp[] = []
  #answer: boolean | undefined

  /** What pages have asked since a test answers. */
  readonly questions: string[] = []

  /** Listens to every page of a browser. */
  listen(context: BrowserContext) {
    context.on('console', (message) => {
      const { url } = message.location()
      if (message.type() === 'error') this.#heard.push(`console: ${message.text()} (${url})`)
    })
    context.on('weberror', (error) => this.#heard.push(`exception: ${error.error().stack ?? error.error()}`))
    context.on('dialog', (dialog) => {
      if (this.#answer !== undefined) {
        this.questions.push(dialog.message())
        void (this.#answer ? dialog.accept() : dialog.dismiss())
        return
      }
      this.#heard.push(`dialog: ${dialog.message()}`)
      // Dismissed, or the page would stand still.
      void dialog.dismiss()
    })
  }

  /** Answers what pages ask from now on: yes or no. */
  answer(yes: boolean) {
    this.#answer = yes
  }

  /** The browser itself reports answers like 403; a test that provokes one says so. */
  expect(...complaints: RegExp[]) {
    this.#expected.push(...complaints)
  }

  /** A session ends under a page that is open: what that page asks for by itself is refused then, as late as it comes. */
  expectEndOfSession() {
    this.expect(/status of 401 .*\/(texter-home|watch|events\/topics)\b/)
  }

  /** What was heard and not expected. */
  get unexpected(): string[] {
    return this.#heard.filter((heard) => !this.#expected.some((expected) => expected.test(heard)))
  }
}
