// Starts what the tests run against, once for all of them: an empty database, the carrier's double,
// and the server. Where they are goes into the environment, which every worker inherits.
import { startBaton } from './baton.ts'
import { startCarrier } from './carrier.ts'
import { account } from './carrier-account.ts'

export default async function globalSetup() {
  const carrier = await startCarrier()
  const baton = await startBaton({
    TWILIO_ACCOUNT_SID: account.sid,
    TWILIO_AUTH_TOKEN: account.token,
    TWILIO_API_URL: carrier.url,
    // Organizations whose number is simulated get their answers while the test is looking.
    BATON_SIMULATED_SLOWEST: '1',
  })
  process.env.BATON_TEST_URL = baton.url
  process.env.BATON_TEST_DATABASE = baton.database
  process.env.BATON_TEST_CARRIER = carrier.url
  return async () => {
    await baton.stop()
    await carrier.stop()
  }
}
