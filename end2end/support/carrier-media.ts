// The pictures that the stand-in for the carrier has: every one is the same, in a store that its API redirects to.
import type { ServerResponse } from 'node:http'
import { account } from './carrier-account.ts'

const root = `/2010-04-01/Accounts/${account.sid}/Messages`
const store = '/stored/picture.png'

/** A picture of 120 × 80 pixels, in one colour. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAHgAAABQAQMAAADoVSPKAAAAA1BMVEU8brS9eRCSAAAAEklEQVR42mNgGAWjYBSMgpEJAAUAAAEFu6vEAAAAAElFTkSuQmCC',
  'base64',
)

/** The path of what came along with a text. */
export const mediaAddress = (text: string, index: number) => `${root}/${text}/Media/ME${index}`

/** Answers a request for a picture, and says whether it was one. */
export function answerMedia(path: string, response: ServerResponse): boolean {
  if (path === store) {
    response.writeHead(200, { 'content-type': 'image/png' }).end(picture)
    return true
  }
  const isMedia = path.startsWith(`${root}/`) && path.includes('/Media/')
  if (isMedia) response.writeHead(307, { location: store }).end()
  return isMedia
}
