/** What the line below the frame says while nothing is read. Pure. */
export interface Seeing {
  on: boolean
  dark: boolean
  hasTorch: boolean
  torch: boolean
  /** Looked for long, and read nothing. */
  vain: boolean
}

/** Answer the key of the words. */
export function hintFor({ on, dark, hasTorch, torch, vain }: Seeing): string {
  if (!on) return 'scan.starting'
  if (dark) return hasTorch && !torch ? 'scan.darkTorch' : 'scan.dark'
  return vain ? 'scan.vain' : 'scan.aim'
}
