// The account at the carrier that server and tests share; it exists nowhere else.

export const account = {
  sid: 'AC00000000000000000000000000000000',
  token: 'the-token-of-the-tests',
}
