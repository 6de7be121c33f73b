/** What a domain needs of others without naming any: the shell joins whoever can answer. */
export interface Need<T> {
  /** Say who answers; a test does it for itself. */
  join: (answers: T) => void
  /** Say how to load who answers; the shell does it once. */
  joinBy: (load: () => Promise<T>) => void
  /** Load who answers, before the first page that asks. */
  bring: () => Promise<void>
  /** Answer who answers. */
  get: () => T
}

/** Answer a need of `whose`. */
export function needOf<T>(whose: string): Need<T> {
  let joined: T | undefined
  let joining: (() => Promise<T>) | undefined
  return {
    join: (answers) => void (joined = answers),
    joinBy: (load) => void (joining = load),
    bring: async () => void (joined ??= await joining?.()),
    get: () => {
      if (joined === undefined) throw new Error(`nobody answers what ${whose} need`)
      return joined
    },
  }
}
