import type { People } from '../../demo/people/provider.ts'

/** A token as a program of the demo company gets one, for the scopes that it asks for. @throws with the provider's error */
export async function tokenOf({ tokens, programs }: People, program: string, scope: string): Promise<string> {
  const answer = await fetch(`${tokens}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${program}:${programs[program]}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope }),
  })
  const { access_token: token, error } = (await answer.json()) as { access_token?: string; error?: string }
  if (!token) throw new Error(`no token: ${error}`)
  return token
}
