import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { lettersWordingOf } from '../../policy/wording/letters.ts'
import { ada } from '../company/known.ts'
import type { Office } from '../office.ts'
import policy from '../policy.ts'
import { askForErasure, subjectOf } from './asked.ts'
import { checkCertificate } from './certificate.ts'
import { isKept } from './coverage.ts'
import { Findings } from './findings.ts'
import { days } from './periods.ts'
import { program } from './program.ts'
import type { Stage } from './tour.ts'
import { see } from './view.ts'
import { Visitor } from './visitor.ts'

const letters = lettersWordingOf('en')
/** After its end, something is erased by the next daily round, which comes once in thirty days in this tour. */
const untilTheRound = 'P35D'

/** What a law asks to keep stays locked away for ten years, and is erased at their end by itself. */
export async function retention({ office, box, print, folder }: Stage): Promise<Findings> {
  const { cloud, application } = office
  const findings = new Findings()
  const visitor = new Visitor(cloud.site)
  print.startAt(cloud.clock.now())
  const before = await see(application, ada.accounts)
  findings.everythingThere('Ada', before)
  const [exception] = policy.retention
  if (!exception) throw new Error('the policy keeps nothing for a law')

  print.heading('Ada Quill asks for erasure, and for it at once')
  const asked = await askForErasure(ada.email, visitor, box)
  await visitor.press(await visitor.open(`${asked.link}?confirm=erase-now`), 'erase-now')
  const gone = await box.wait(ada.email, subjectOf(letters.erased, asked.reference))
  const after = await see(application, ada.accounts)
  findings.nothingLeft(after)
  const told = gone.text.replaceAll(/\s+/g, ' ')
  findings.expect('her mail says what stays and by which law', told.includes(exception.basis.en))
  const { coverage } = await checkCertificate(gone, `${cloud.site}/.well-known/jwks.json`, folder)
  const [line] = coverage.filter(isKept)
  const locked = await lockedAway(office)
  print.line(`${locked} records of invoices and payments are locked away until ${line?.until?.slice(0, 10)}.`)
  print.line(`${exception.basis.en}.`)
  findings.expect('as many records are locked away as her certificate says', locked === line?.count && locked > 0)

  print.heading(`Ten years pass: ${days(exception.period)}`)
  print.line('The daily rounds come once in thirty days in this tour, and it still takes some minutes.')
  await cloud.clock.advance(exception.period)
  await cloud.clock.advance(untilTheRound)
  const left = await lockedAway(office)
  print.line(`${left} records are locked away.`)
  findings.expect('nothing is kept any longer than the law asks', left === 0)

  print.heading('Nobody had to remember: this is what her request’s history says')
  const { json } = await program(office, 'Audit')('GET', `/company/requests/${asked.reference}/history`)
  const { entries = [] } = (json.history ?? {}) as {
    readonly entries?: ReadonlyArray<{ readonly at: string; readonly event: string; readonly detail?: string }>
  }
  for (const { at, event, detail = '' } of entries) print.line(`${at.slice(0, 10)}  ${event}  ${detail}`)
  const [ended, settled] = entries.slice(-2)
  findings.expect('it was erased when the law no longer asked', ended?.event === 'kept-long-enough')
  findings.expect('the history names the exception', settled?.detail?.includes(exception.id) === true)
  print.table({ before, erased: after })
  return findings
}

/** Records of payments in the vault, counted past every permission: no program of Papyra’s may read it. */
async function lockedAway({ cloud }: Office): Promise<number> {
  const everything = [{ Effect: 'Allow', Action: '*', Resource: '*' }]
  const client = new DynamoDBClient({
    endpoint: cloud.gateway,
    region: policy.regions.home,
    credentials: cloud.principal('whoever counts what is locked away', everything),
  })
  const vault = cloud.resources.ofType('AWS::DynamoDB::Table').find(({ logicalId }) => /Vault(?!Keys)/.test(logicalId))
  const { Items = [] } = await client.send(new ScanCommand({ TableName: vault?.name }))
  return Items.map((item) => unmarshall(item)).filter(({ sk }) => String(sk).includes('#payment#')).length
}
