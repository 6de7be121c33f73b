/** Shows moments in the zone of the estate on the screen. */
import { watchEffect } from 'vue'

import { useSession } from '@/core/session/session'
import { useLive, useStore } from '@/core/store/use'
import { zone } from '@/core/text/when'
import { estateTable } from '@/ground/estates'

/** Follow the estate on the screen for the life of the caller. */
export function followZone(): void {
  const { estate } = useSession()
  const estates = useLive(() => useStore().rows(estateTable).toArray(), [])
  watchEffect(() => {
    const shown = estates.value.find(({ id }) => id === estate.value?.id)
    if (shown) zone.value = shown.timezone
  })
}
