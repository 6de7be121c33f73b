/** Every test file gets an IndexedDB of its own, in memory. */
import 'fake-indexeddb/auto'
