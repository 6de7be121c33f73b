/**
 * Prints how much the phone loads before the first useful screen, gzip: `node scripts/size.mjs [--most KB]`.
 *
 * Counted is what a signed-in steward needs for 今日: the shell with all it imports, the page, and the words of the
 * largest language, each with its CSS. The scanner and its WebAssembly load apart. Exits 1 above `--most`.
 */
import { readFileSync } from 'node:fs'
import process, { argv } from 'node:process'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const built = new URL('../../static/app/', import.meta.url)
const WORDS = /virtual:words\/(?!office)/

const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', built), 'utf8'))
const FIRST_SCREEN = [
  'index.html',
  Object.keys(manifest).find((key) => manifest[key].name === 'today'),
]
const gzipped = (file) => gzipSync(readFileSync(fileURLToPath(new URL(file, built)))).length

/** Answer the files of `names` and of all they import before they run. */
function filesOf(names, seen = new Set(), files = new Set()) {
  for (const name of names) {
    if (seen.has(name)) continue
    seen.add(name)
    const { file, css = [], imports = [] } = manifest[name]
    ;[file, ...css].forEach((one) => files.add(one))
    filesOf(imports, seen, files)
  }
  return files
}

function heaviest(names) {
  return names.toSorted((a, b) => gzipped(manifest[b].file) - gzipped(manifest[a].file)).slice(0, 1)
}

const words = heaviest(Object.keys(manifest).filter((name) => WORDS.test(name)))
const sizes = [...filesOf([...FIRST_SCREEN, ...words])].map((file) => [file, gzipped(file)])
const total = ['index.html', 'early.js'].reduce((sum, file) => sum + gzipped(file), 0)
const kilobytes = (sizes.reduce((sum, [, size]) => sum + size, total) / 1000).toFixed(1)

for (const [file, size] of sizes.sort(([, a], [, b]) => b - a)) {
  process.stdout.write(`${(size / 1000).toFixed(1).padStart(7)}  ${file}\n`)
}
process.stdout.write(`${kilobytes.padStart(7)}  gzip kB before the first useful screen\n`)

const most = Number(argv[argv.indexOf('--most') + 1])
if (argv.includes('--most') && Number(kilobytes) > most) process.exitCode = 1
