/** The flag beside the statuses, as the filter names it. */
export const RENOVATING = 'renovating'
