import 'vue-router'

declare module 'vue-router' {
  interface RouteMeta {
    /** The place in the tab bar that lights up. A page without one is a task with its own foot. */
    tab?: 'today' | 'queue' | 'me' | 'desk' | 'people' | 'labels'
    /** Open to who is not signed in. */
    open?: boolean
    /** The whole screen is its own: no rail, no bars. */
    full?: boolean
  }
}
