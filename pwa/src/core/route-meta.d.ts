import 'vue-router'

declare module 'vue-router' {
  interface RouteMeta {
    /** The place in the tab bar or on the rail that lights up. A page without one lights none and has its own foot. */
    tab?: string
    /** This address stands for pages that come later: brings them. */
    bring?: () => Promise<void>
    /** A task with its own foot, though a place of the rail is lit: a phone hides its tabs. */
    task?: boolean
    /** Open to who is not signed in. */
    open?: boolean
    /** The whole screen is its own: no rail, no bars. */
    full?: boolean
  }
}
