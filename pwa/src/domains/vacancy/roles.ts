/** As whom a person acts. Pure. */

/** Answer the own role, and the manager's where the estate lets a supervisor act in the manager's place. */
export const rolesOf = (role: string, joint: boolean): ReadonlySet<string> =>
  new Set(role === 'supervisor' && joint ? [role, 'manager'] : [role])

/** Say whether these roles manage: they file papers, and note what developers answer. */
export const manage = (roles: ReadonlySet<string>) =>
  roles.has('manager') || roles.has('office_manager')
