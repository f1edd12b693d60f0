/**
 * The search of index.html: hides rows that do not have all words, letters without their accents, and opens where
 * something was found. Plain JavaScript, as it stands in the page; without it, everything is there to be read.
 */
export const search = `
const box = document.getElementById('search')
if (box) {
  const plain = (text) => text.normalize('NFD').replace(/\\p{M}/gu, '').toLowerCase()
  const rows = [...document.querySelectorAll('tbody tr')].map((row) => ({ row, text: plain(row.textContent) }))
  const parts = [...document.querySelectorAll('details')].map((part) => ({ part, open: part.open }))
  const said = document.getElementById('hits')
  box.closest('div').hidden = false
  box.addEventListener('input', () => {
    const words = plain(box.value).split(/\\s+/).filter((word) => word !== '')
    let hits = 0
    for (const { row, text } of rows) {
      row.hidden = !words.every((word) => text.includes(word))
      if (!row.hidden) hits++
    }
    for (const { part, open } of parts) {
      const found = part.querySelector('tbody tr:not([hidden])') !== null
      part.hidden = words.length > 0 && !found
      part.open = words.length > 0 ? found : open
    }
    said.textContent = words.length > 0 ? said.dataset.words.replace('{n}', hits) : ''
  })
}
`
