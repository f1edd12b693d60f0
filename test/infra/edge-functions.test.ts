import { expect, test } from 'vitest'
import { pageAt, withoutSlash } from '../../infra/edge-functions.ts'
import { viewerRequest } from '../../local/front/viewer-function.ts'

const asked = (code: string, path: string, method = 'GET') =>
  viewerRequest(code, { method, path, query: '', headers: {} })
const led = (location: string) => ({ status: 302, headers: { location }, body: '' })

test('who leaves the last slash of a page away is led to it, and nobody to another site', () => {
  const code = pageAt(['en', 'de'])
  for (const path of ['/ask', '/ask/erasure', '/de', '/de/ask', '/de/ask/do-not-sell'])
    expect(asked(code, path), path).toEqual(led(`${path}/`))
  expect(asked(code, '/')).toEqual({ path: '/index.html' })
  expect(asked(code, '/de/ask/')).toEqual({ path: '/de/ask/index.html' })
  const others = [
    '/style.css',
    '/fr',
    '/notices',
    '/asked',
    '//example.com/ask',
    '/\\example.com/ask',
    '/ask//example.com',
  ]
  for (const path of others) expect(asked(code, path), path).toEqual({ path })
})

test('the desk with a slash is the desk; what is sent there, and what lies below, goes through as it is', () => {
  expect(asked(withoutSlash, '/desk/')).toEqual(led('/desk'))
  expect(asked(withoutSlash, '/requests/')).toEqual(led('/requests'))
  expect(asked(withoutSlash, '/desk/', 'POST')).toEqual({ path: '/desk/' })
  for (const path of ['/desk', '/desk/tasks', '/requests/T/', '//example.com/desk/', '/desk//'])
    expect(asked(withoutSlash, path), path).toEqual({ path })
})
