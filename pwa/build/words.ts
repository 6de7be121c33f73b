/**
 * Gathers the words of all rooms into one module a language, so that a phone loads only the language it shows.
 *
 * `virtual:words/zh-Hans` exports a flat record `{ 'patrols.today': '今日', … }` made of every `text.ts` below `src`;
 * `virtual:words/office/zh-Hans` what they export as `office`, loaded with the first page that needs it.
 */
import { globSync } from 'node:fs'
import { resolve } from 'node:path'

import { runnerImport, type Plugin } from 'vite'

import type { RoomText } from '../src/core/domain'

type Words = Partial<Record<'text' | 'office', RoomText>>
type Tree = { [word: string]: Tree | string }

/** Answer the plugin; `root` is the folder that holds `src`. */
export function words(root: string): Plugin {
  const files = () => globSync('src/**/text.ts', { cwd: root }).map((file) => resolve(root, file))
  let texts: Promise<Words[]> | undefined
  return {
    name: 'rounds:words',
    watchChange: () => void (texts = undefined),
    resolveId: { filter: { id: /^virtual:words\// }, handler: (id) => `\0${id}` },
    load: {
      filter: { id: /^\0virtual:words\// },
      async handler(id) {
        files().forEach((file) => this.addWatchFile(file))
        texts ??= Promise.all(files().map((file) => readText(file, root)))
        const office = id.includes('/office/')
        const locale = id.slice(id.lastIndexOf('/') + 1) as keyof RoomText
        const trees = (await texts).map((text) => text[office ? 'office' : 'text']?.[locale])
        const record = Object.assign({}, ...trees.map((tree) => flat((tree ?? {}) as Tree)))
        return `export default JSON.parse(${JSON.stringify(JSON.stringify(record))})`
      },
    },
  }
}

async function readText(file: string, root: string): Promise<Words> {
  const { module } = await runnerImport<Words>(file, {
    root,
    configFile: false,
    resolve: { alias: { '@': resolve(root, 'src') } },
  })
  return module
}

/** Answer `{ a: { b: 'c' } }` as `{ 'a.b': 'c' }`. */
export function flat(tree: Tree, path = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([word, value]) =>
      typeof value === 'string'
        ? [[path + word, value]]
        : Object.entries(flat(value, `${path}${word}.`)),
    ),
  )
}
