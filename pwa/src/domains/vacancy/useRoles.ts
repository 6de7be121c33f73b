/** As whom the person on the screen acts. */
import { computed, type Ref } from 'vue'

import { useSession } from '@/core/session/session'
import { useLive, useStore } from '@/core/store/use'
import { estateTable } from '@/ground/estates/table'
import { manage, rolesOf } from '@/domains/vacancy/roles'

/** Answer the roles of the person on the screen, in the estate on the screen. */
export function useRoles(): Ref<ReadonlySet<string>> {
  const { estate } = useSession()
  const joint = useLive(async () => {
    const settled = await useStore()
      .rows(estateTable)
      .get(estate.value?.id ?? '')
    return settled?.settings.supervisor_may_act_as_manager === true
  }, false)
  return computed(() => rolesOf(estate.value?.role ?? '', joint.value))
}

/** Say whether this person manages. */
export function useManages(): Ref<boolean> {
  const roles = useRoles()
  return computed(() => manage(roles.value))
}
