import MailComposer from 'nodemailer/lib/mail-composer'

/** Values of a list in the query protocol: `NAME.member.1`, `NAME.member.2`, … */
export function members(form: URLSearchParams, name: string): readonly string[] {
  const values: string[] = []
  for (let at = 1; ; at++) {
    const value = form.get(`${name}.member.${at}`)
    if (value === null) return values
    values.push(value)
  }
}

/** The message that SES makes of a SendEmail call. */
export function composed(form: URLSearchParams): Promise<Buffer> {
  const text = form.get('Message.Body.Text.Data')
  const html = form.get('Message.Body.Html.Data')
  const composer = new MailComposer({
    from: form.get('Source') ?? '',
    to: [...members(form, 'Destination.ToAddresses')],
    cc: [...members(form, 'Destination.CcAddresses')],
    replyTo: [...members(form, 'ReplyToAddresses')],
    subject: form.get('Message.Subject.Data') ?? '',
    ...(text === null ? {} : { text }),
    ...(html === null ? {} : { html }),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return composer.compile().build()
}

/**
 * The message as SES sends it on: SES puts its own Message-ID and Date in the place of those that it is given
 * (SES developer guide, "Amazon SES header fields").
 */
export function stamped(message: Buffer, messageId: string, at: string): Buffer {
  const source = message.toString('latin1')
  const end = /\r?\n\r?\n/.exec(source)?.index ?? source.length
  const kept = `${source.slice(0, end)}\r\n`.replace(/^(message-id|date):.*\r?\n([ \t].*\r?\n)*/gim, '')
  const own = `Message-ID: ${messageId}\r\nDate: ${new Date(at).toUTCString().replace('GMT', '+0000')}\r\n`
  return Buffer.from(`${own}${kept.trimEnd()}${source.slice(end)}`, 'latin1')
}
