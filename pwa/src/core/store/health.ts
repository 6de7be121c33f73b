/** Whether the store can be used, how much room it has, and whether the browser may throw it away. */
import { shallowRef } from 'vue'

import type { Store } from '@/core/store/store'

/**
 * forbidden: private mode or switched off. broken: the browser's files are damaged or its disk is full.
 * outdated: another tab runs a newer app. blocked: another tab holds the old one open. shut: the browser closed it while
 * it was in use, because it was cleared or damaged.
 */
export type StoreTrouble = '' | 'forbidden' | 'broken' | 'outdated' | 'blocked' | 'shut'

/** What is in the way of keeping work; empty when nothing is. The shell shows it on every page. */
export const storeTrouble = shallowRef<StoreTrouble>('')

/** Open the store and watch over it. Never throws: what is wrong stands in `storeTrouble`. */
export async function openStore({ dexie }: Store): Promise<void> {
  dexie.on('blocked', () => (storeTrouble.value = 'blocked'))
  dexie.on('versionchange', () => {
    // Let the newer app go on; nothing can be kept here until this page is loaded anew.
    dexie.close()
    storeTrouble.value = 'outdated'
  })
  dexie.on('close', () => (storeTrouble.value ||= 'shut'))
  try {
    await dexie.open()
    storeTrouble.value = ''
  } catch (error) {
    storeTrouble.value = troubleOf(error)
  }
}

const NAMES: Record<string, StoreTrouble> = {
  MissingAPIError: 'forbidden',
  SecurityError: 'forbidden',
  InvalidStateError: 'forbidden',
  VersionError: 'outdated',
}

/** Answer what a failure to open means. */
export function troubleOf(error: unknown): StoreTrouble {
  const { name = '', inner } = (error ?? {}) as { name?: string; inner?: { name?: string } }
  return NAMES[inner?.name ?? ''] ?? NAMES[name] ?? 'broken'
}

export interface Space {
  usedBytes: number
  /** What the browser grants; 0 when it does not tell. */
  grantedBytes: number
  /** The browser promised not to throw it away by itself. */
  persistent: boolean
}

/** Ask the browser not to throw the store away. Some ask the person, so do it when they know why. */
export async function askToPersist(): Promise<boolean> {
  return (await navigator.storage?.persist?.()) ?? false
}

/** Answer how much room there is. */
export async function readSpace(): Promise<Space> {
  const { usage = 0, quota = 0 } = (await navigator.storage?.estimate?.()) ?? {}
  const persistent = (await navigator.storage?.persisted?.()) ?? false
  return { usedBytes: usage, grantedBytes: quota, persistent }
}
