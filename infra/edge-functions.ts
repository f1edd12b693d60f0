/** What the distribution makes of an address before it asks for it: the code of CloudFront functions. */

/**
 * `/ask/` is the object `ask/index.html`, and who leaves the last slash away is led to it. Only addresses of pages lead
 * anywhere: of `//example.com/ask` a browser would make another site.
 *
 * @param languages ISO 639-1, those that have pages of their own
 */
export const pageAt = (languages: readonly string[]): string => `function handler(event) {
  var request = event.request
  if (/^(\\/(${languages.join('|')}))?(\\/ask(\\/[a-z-]+)?)?$/.test(request.uri))
    return { statusCode: 302, statusDescription: 'Found', headers: { location: { value: request.uri + '/' } } }
  if (request.uri.endsWith('/')) request.uri += 'index.html'
  return request
}`

/** The desk and the form's answer have no last slash; who types one is led to them. */
export const withoutSlash = `function handler(event) {
  var request = event.request
  if (request.method !== 'GET' || !/^\\/(desk|requests)\\/$/.test(request.uri)) return request
  var page = request.uri.slice(0, -1)
  return { statusCode: 302, statusDescription: 'Found', headers: { location: { value: page } } }
}`
