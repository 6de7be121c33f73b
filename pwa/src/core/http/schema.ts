/** The shapes of the contract by their names, as `make openapi` writes them from the server's code. */
import type { components } from '@/core/http/openapi'

export type Schemas = components['schemas']
