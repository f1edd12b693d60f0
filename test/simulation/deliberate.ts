import type { Change } from './bundle.ts'

/** A fault that somebody could make, made on purpose for one run, in the sources that the run bundles. */
export type Deliberate = {
  readonly name: string
  /** What is wrong, as a reviewer would say it. */
  readonly what: string
  /** It comes with what is deployed in the middle: what was begun before was begun without it. */
  readonly since?: 'deployment'
  readonly changes: readonly Change[]
}

/** How many seeds each takes to be caught is printed by `npm run simulate -- --faults`. */
export const deliberate: readonly Deliberate[] = [
  {
    name: 'claims-without-condition',
    what: 'A step is saved whatever version the request has by now, so that a restore and the erasure can both win',
    changes: [
      {
        file: 'adapters/requests.ts',
        from: "ConditionExpression: '#v = :v',",
        to: "ConditionExpression: '#v = :v OR attribute_exists(pk)',",
      },
      {
        file: 'adapters/requests.ts',
        from: "writtenOn: dayOf(entry.at, 'UTC'), ...expires },\n        { ConditionExpression: 'attribute_not_exists(pk)' },",
        to: "writtenOn: dayOf(entry.at, 'UTC'), ...expires },",
      },
    ],
  },
  {
    name: 'sends-before-saving',
    what: 'What has to follow is done before the step itself is saved, and nobody looks whether it was',
    changes: [
      {
        file: 'functions/outbox/outbox.ts',
        from: "if (!stillTrue(effect, whole.request)) return { outcome: 'overtaken' }",
        to: "if (!stillTrue(effect, whole.request) && now.length === 0) return { outcome: 'overtaken' }",
      },
      {
        file: 'adapters/requests.ts',
        from: 'await this.#table.client.send(new TransactWriteItemsCommand({ TransactItems: writes }))\n      return request',
        to: `for (const { Put } of writes) {
        const sk = Put?.Item?.sk && 'S' in Put.Item.sk ? Put.Item.sk.S : ''
        if (sk?.startsWith('outbox#'))
          await this.#table.client.send(new TransactWriteItemsCommand({ TransactItems: [{ Put }] }))
      }
      const rest = writes.filter(({ Put }) => !(Put?.Item?.sk as { S?: string } | undefined)?.S?.startsWith('outbox#'))
      await this.#table.client.send(new TransactWriteItemsCommand({ TransactItems: rest }))
      return request`,
      },
    ],
  },
  {
    name: 'forgets-one-table',
    what: 'Of each system only the first table is restricted, erased, and looked at when it is checked',
    changes: [
      {
        file: 'systems/dynamodb/dynamodb.ts',
        from: 'part.tables.flatMap((table)',
        to: 'part.tables.slice(0, 1).flatMap((table)',
      },
    ],
  },
  {
    name: 'certifies-what-failed',
    what: 'A system that failed counts as done, and the certificate is signed',
    changes: [
      {
        file: 'domain/receipts.ts',
        from: 'return Object.keys(policy.systems).filter((system) => !wanted.every((v) => complete(system, v)))',
        to: 'return Object.keys(policy.systems).filter((system) => wanted.every((v) => complete(system, v)) && false)',
      },
    ],
  },
  {
    name: 'confirms-by-get',
    what: 'Looking at the link confirms, so the scanner of a mail program erases people',
    changes: [
      {
        file: 'functions/status/handler.ts',
        from: '  const seen = seenBy(held, whole, now)',
        to: `  if (held.purpose === 'confirm') {
    const { handler: confirm } = await import('../confirm/handler.ts')
    const event = { requestContext: { http: { method: 'GET' } }, headers: {}, pathParameters: { token } }
    await confirm(event as never, {} as never)
  }
  const seen = seenBy(held, whole, now)`,
      },
    ],
  },
  {
    name: 'links-never-run-out',
    what: 'A link that ran out still confirms',
    changes: [
      {
        file: 'functions/entry/link.ts',
        from: '(token.provesUntil === undefined || now < token.provesUntil)',
        to: 'now.length > 0',
      },
      {
        file: 'domain/confirmation.ts',
        from: 'return now >= request.linkUntil && !request.controller',
        to: 'return now.length === 0',
      },
    ],
  },
  {
    name: 'restores-after-the-claim',
    what: 'A restore is taken while everything is being erased',
    changes: [
      {
        file: 'domain/erasure.ts',
        from: "if (event.type === 'erasure-settled')",
        to: "if (event.type === 'restore-asked') return restoreAsked(request as never, now)\n      if (event.type === 'erasure-settled')",
      },
      {
        file: 'domain/lifecycle.ts',
        from: "  ['erasing', 'certified', ['erased'],",
        to: "  ['erasing', 'restore-asked', ['restoring'], ''],\n  ['erasing', 'certified', ['erased'],",
      },
      {
        file: 'domain/erasure.ts',
        from: "if (now >= request.eraseAt && !request.hold) return refused('too-late')",
        to: '',
      },
    ],
  },
  {
    name: 'erases-a-day-early',
    what: 'The grace period is a day shorter than the person was promised',
    changes: [
      {
        file: 'domain/erasure.ts',
        from: 'if (now >= request.eraseAt) return erasing(request, now)',
        to: 'if (Date.parse(now) >= Date.parse(request.eraseAt) - 86_400_000) return erasing(request, now)',
      },
    ],
  },
  {
    name: 'promises-a-day-longer',
    what: 'The sixty days are reckoned from the day after the request',
    changes: [
      {
        file: 'domain/time.ts',
        from: 'const promisedBy = withStops(moved(receivedAt, within, zone), stops, zone)',
        to: "const promisedBy = withStops(moved(moved(receivedAt, 'P1D', zone), within, zone), stops, zone)",
      },
    ],
  },
  {
    name: 'marks-before-doing',
    what: 'The outbox notes a letter as sent, and then sends it',
    changes: [
      {
        file: 'functions/outbox/outbox.ts',
        from: '    const { outcome, ...mail } = await this.#act(whole, waiting, now)\n',
        to: '    await this.#stores.effects.markDone(reference, id, now)\n    const { outcome, ...mail } = await this.#act(whole, waiting, now)\n',
      },
    ],
  },
  {
    name: 'erases-without-ledger',
    what: 'Who was erased is not written down, so a restored backup brings them back for good',
    changes: [
      {
        file: 'functions/certify/handler.ts',
        from: 'person?.subject ? {',
        to: 'person?.subject && now.length === 0 ? {',
      },
    ],
  },
  {
    name: 'leaves-copies',
    what: 'The certificate is signed while a copy of what was erased can still be fetched',
    changes: [
      {
        file: 'functions/certify/handler.ts',
        from: 'if (person && (await endCopies(person, now))) return',
        to: 'if (person && (await endCopies(person, now)) && now.length === 0) return',
      },
      {
        file: 'functions/certify/handler.ts',
        from: 'for (const reference of copies) await close(reference, now)',
        to: '',
      },
    ],
  },
  {
    name: 'removes-before-keeping',
    what: 'Rows leave the company’s table before the vault has them',
    changes: [
      {
        file: 'systems/dynamodb/table.ts',
        from: `    await keep(rows)
    await sideBySide(rows, callsAtOnce, (row) => this.#remove(row, keep))`,
        to: `    await sideBySide(rows, callsAtOnce, (row) => this.#remove(row, keep))
    await keep(rows)`,
      },
    ],
  },
  {
    name: 'keeps-the-person',
    what: 'A closed request keeps its person for good',
    changes: [{ file: 'domain/decide.ts', from: '? { request: withoutPerson(request) }', to: '? { request }' }],
  },
  {
    name: 'logs-the-address',
    what: 'The form’s address goes into the log',
    changes: [
      {
        file: 'functions/submit/handler.ts',
        from: '  const { address, right } = body\n',
        to: '  const { address, right } = body\n  console.log(JSON.stringify({ asked: address }))\n',
      },
    ],
  },
  {
    name: 'forgets-the-lock',
    what: 'A person can have two erasures under way at once',
    changes: [
      {
        file: 'adapters/locks.ts',
        from: '  const put = (right: Lock): TransactWriteItem => ({',
        to: '  if (hash.length > 0) return []\n  const put = (right: Lock): TransactWriteItem => ({',
      },
    ],
  },
  {
    name: 'mails-without-limit',
    what: 'Who types an address over and over floods its mailbox',
    changes: [{ file: 'adapters/mail-counts.ts', from: "':limit': limit,", to: "':limit': 1000 * limit," }],
  },
  {
    name: 'reminds-again-and-again',
    what: 'A reminder that was sent counts as due as long as its moment is past',
    changes: [{ file: 'domain/time.ts', from: 'return at > since && at <= now', to: 'return at <= now' }],
  },
  {
    name: 'puts-the-address-into-the-machine',
    what: 'A state machine’s input names the person, for Step Functions to keep for 90 days',
    changes: [
      {
        file: 'functions/outbox/outbox.ts',
        from: 'await this.#machines.start(this.#arns[effect.machine], executionOf(waiting), waiting.reference)',
        to: `const whom = 'person' in whole.request ? (whole.request.person?.address.reveal() ?? '') : ''
      await this.#machines.start(this.#arns[effect.machine], executionOf(waiting), \`\${waiting.reference} \${whom}\`)`,
      },
    ],
  },
  {
    name: 'asks-again-at-once',
    what: 'A letter to the officer that does not go out is tried again without a pause',
    changes: [
      {
        file: 'domain/notices.ts',
        from: 'const at = triedAt !== undefined && triedAt >= due ? again(since, triedAt, pauses.waiting) : due',
        to: 'const at = due',
      },
    ],
  },
  {
    name: 'overlooks-what-is-newest',
    what: 'What is over gets its end by a read that may miss what was written a moment ago, which stays for good',
    changes: [
      {
        file: 'adapters/endings.ts',
        from: '      // What was written a moment ago would stay for good.\n      ConsistentRead: true,',
        to: '',
      },
    ],
  },
  {
    name: 'takes-a-moment-for-over',
    what: 'A moment that is only seconds away counts as over, so whose clock is behind lets a reminder pass',
    changes: [
      {
        file: 'domain/time.ts',
        from: '.find((moment) => moment > now) ?? eraseAt',
        to: '.find((moment) => Date.parse(moment) > Date.parse(now) + 5_000) ?? eraseAt',
      },
    ],
  },
  {
    name: 'renames-what-is-locked',
    what: 'A new version names people in the vault otherwise, and finds nothing of what the one before put there',
    since: 'deployment',
    changes: [
      {
        file: 'systems/vault/vault.ts',
        from: "await this.keys.hash('subject', owner, value)",
        to: "await this.keys.hash('person', owner, value)",
      },
    ],
  },
  {
    name: 'notes-mails-before-doing',
    what: 'What a mail asks for is noted as done, and then done',
    changes: [
      {
        file: 'functions/ingest/handler.ts',
        from: '    await carryOut(kept, one, now)\n    await mails.done(kept.id, now)',
        to: '    await mails.done(kept.id, now)\n    await carryOut(kept, one, now)',
      },
    ],
  },
  {
    name: 'counts-unread-mails-alone',
    what: 'Mails of which SES told nobody are found and counted, and nobody reads them',
    changes: [{ file: 'functions/ingest/unread.ts', from: '      await readOne(mail, read)\n', to: '' }],
  },
  {
    name: 'takes-each-delivery-for-a-mail',
    what: 'A mail is known by its bytes, to which every server on its way adds, so that who comes twice asks twice',
    changes: [
      {
        file: 'functions/ingest/reading.ts',
        from: 'if (mail.refused === undefined && name !== undefined)',
        to: 'if (mail.refused === undefined && name !== undefined && bytes.length === 0)',
      },
    ],
  },
  {
    name: 'draws-references-anew',
    what: 'A mail that is tried again opens requests by new references beside those of the try before',
    changes: [
      {
        file: 'functions/ingest/handler.ts',
        from: '          opens: kept.opens,',
        to: '          opens: planned(plan, false).opens,',
      },
    ],
  },
  {
    name: 'answers-a-mail-again',
    what: 'A mail that asks again has a new link sent at each try, because nothing is noted with the first one',
    changes: [
      {
        file: 'functions/ingest/opening.ts',
        from: 'return kept ? [kept.answers(waiting.reference)] : []',
        to: 'return []',
      },
    ],
  },
  {
    name: 'trusts-who-knows-the-reference',
    what: 'Whoever writes a reference into a mail is taken for its person',
    changes: [
      {
        file: 'functions/ingest/opening.ts',
        from: 'request.person?.hash === (await mac.ofAddress(writer))',
        to: 'request.person !== undefined',
      },
    ],
  },
  {
    name: 'trusts-the-sender',
    what: 'Who writes somebody’s address into From is taken for them, though nothing vouches for it',
    changes: [
      {
        file: 'functions/ingest/opening.ts',
        from: "if (writer === undefined || mail.trust.level === 'none' || mail.trust.level === 'refused') return false",
        to: 'if (writer === undefined) return false',
      },
    ],
  },
  {
    name: 'counts-from-reading',
    what: 'The time of what a mail asks counts from when it was read or decided on, not from when it came',
    changes: [
      {
        file: 'domain/entered.ts',
        from: '  later(came, firstReceipt(now, policy))',
        to: '  later(now, came)',
      },
    ],
  },
  {
    name: 'is-silent-about-who-asked-too',
    what: 'Who writes for somebody else hears nothing when that person has asked too, and so learns that they are known',
    changes: [
      {
        file: 'functions/ingest/opening.ts',
        from: 'const isOwn = asked.writer === undefined || asked.writer === asked.owner',
        to: 'const isOwn = asked.opens.length > 0',
      },
    ],
  },
  {
    name: 'lets-the-last-decision-count',
    what: 'A colleague who decides on a mail after another has decided opens other requests beside theirs',
    changes: [
      {
        file: 'adapters/mails.ts',
        from: '(attribute_not_exists(settledAt) AND decided.#at < :abandoned)',
        to: 'decided.#at <> :abandoned',
      },
    ],
  },
  {
    name: 'corrects-one-system-alone',
    what: 'What a person says is right is put right in the first system that has it, and in no other',
    changes: [
      {
        file: 'domain/correction.ts',
        from: '  if (!found) return []',
        to: '  if (!found || system !== Object.keys(policy.systems)[0]) return []',
      },
    ],
  },
  {
    name: 'forgets-what-is-locked',
    what: 'Rows that lie in the vault are not corrected, and come back as they were',
    changes: [
      {
        file: 'systems/rows/rows.ts',
        from: '        ...asked.map((place) => correctRestrictedStep(label, correction, place, work)),\n',
        to: '',
      },
    ],
  },
  {
    name: 'decides-by-itself',
    what: 'What takes a person to decide is put right because it was said',
    changes: [
      {
        file: 'domain/statement.ts',
        from: "if (decided === 'person') return { field, category, state: 'deciding' }",
        to: '',
      },
    ],
  },
  {
    name: 'mixes-up-what-was-said',
    what: 'Each field that is put right gets what the person said of the first one',
    changes: [
      {
        file: 'domain/correction.ts',
        from: '  const value = ({ field }: Where) => {\n    const value = person.stated?.reveal()[field]',
        to: '  const value = ({ field }: Where) => {\n    const value = Object.values(person.stated?.reveal() ?? {})[0]',
      },
    ],
  },
  {
    name: 'keeps-the-copy',
    what: 'A copy whose time is over stays in its bucket',
    changes: [
      {
        file: 'functions/package/handler.ts',
        from: 'await new Package(bucket.client, bucket.name, request.reference, 1).discard()',
        to: '',
      },
    ],
  },
]
