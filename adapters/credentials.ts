import { optional, required } from './environment.ts'

/**
 * The keys of a function's role, in the environment where Lambda puts them. In our bundles this takes the place of the
 * SDK's own search (infra/bundles.ts), which also knows profiles, sign-ins and instances: none of these is there, and
 * loading them takes a quarter to a third of a function's initialisation.
 */
export const defaultProvider = () => async () => {
  const sessionToken = optional('AWS_SESSION_TOKEN')
  return {
    accessKeyId: required('AWS_ACCESS_KEY_ID'),
    secretAccessKey: required('AWS_SECRET_ACCESS_KEY'),
    ...(sessionToken === undefined ? {} : { sessionToken }),
  }
}
