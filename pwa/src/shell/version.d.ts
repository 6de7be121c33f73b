/** Put in by vite.config.ts. */
interface ImportMetaEnv {
  /** Version and commit of this app. */
  readonly VITE_VERSION: string
}
