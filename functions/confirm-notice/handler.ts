import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { required } from '../../adapters/environment.ts'
import { Notices } from '../../adapters/notices.ts'
import { Requests } from '../../adapters/requests.ts'
import { Tokens } from '../../adapters/tokens.ts'
import { isTrue } from '../../domain/notices.ts'
import { type Answer, type Call, endpoint } from '../entry/http.ts'
import { confirmingPage, noticeBehind } from '../entry/notice.ts'
import { Pressed } from '../entry/shapes.ts'
import { whileOvertaken } from '../entry/while-overtaken.ts'

const client = new DynamoDBClient({})
const requests = new Requests(required('TABLE'), client)
const tokens = new Tokens(required('TABLE'), client)
const notices = new Notices(required('TABLE'), client)

/** A recipient says that it is done, also when it was given up by then. Twice is once. */
export const handler = endpoint('confirm-notice', Pressed, (call) => whileOvertaken(() => confirm(call)))

async function confirm(call: Call<Pressed>): Promise<Answer> {
  const { token, body, now } = call
  const behind = await noticeBehind(token, { requests, tokens, notices }, now)
  const { request, notice } = behind
  const page = (confirmedAt?: typeof now): Answer => {
    const after = { request, notice: confirmedAt ? { ...notice, confirmedAt } : notice }
    const seeOther = `/notices/${token}${body.language ? `?lang=${body.language}` : ''}`
    return { ...confirmingPage(after, token, body.language), seeOther }
  }
  if (notice.confirmedAt || !isTrue(notice.act, request)) return page()
  await notices.change(request.reference, notice, { state: 'confirmed', confirmedAt: now }, { knows: true })
  return page(now)
}
