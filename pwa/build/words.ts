/**
 * Gathers the words of all rooms into one module a language, so that a phone loads only the language it shows.
 *
 * `virtual:words/zh-Hans` exports a flat record `{ 'patrols.today': '今日', … }` made of every `src/…/text.ts`.
 */
import { globSync } from 'node:fs'
import { resolve } from 'node:path'

import { runnerImport, type Plugin } from 'vite'

import type { RoomText } from '../src/core/domain'

const PREFIX = 'virtual:words/'

type Tree = { [word: string]: Tree | string }

/** Answer the plugin; `root` is the folder that holds `src`. */
export function words(root: string): Plugin {
  const files = () => globSync('src/**/text.ts', { cwd: root }).map((file) => resolve(root, file))
  return {
    name: 'rounds:words',
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    async load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return undefined
      files().forEach((file) => this.addWatchFile(file))
      const locale = id.slice(PREFIX.length + 1) as keyof RoomText
      const trees = await Promise.all(files().map((file) => readTree(file, root, locale)))
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(merged(trees)))})`
    },
  }
}

async function readTree(file: string, root: string, locale: keyof RoomText): Promise<Tree> {
  const { module } = await runnerImport<{ text: RoomText }>(file, {
    root,
    configFile: false,
    resolve: { alias: { '@': resolve(root, 'src') } },
  })
  return module.text[locale] as Tree
}

function merged(trees: Tree[]): Record<string, string> {
  return Object.assign({}, ...trees.map((tree) => flat(tree)))
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
