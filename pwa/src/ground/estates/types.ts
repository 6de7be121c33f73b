/** The estate as the server tells it. */
import type { Day } from '@/ground/calendar/rules'

/** A day that the estate declares worked or not, whatever the public calendar says. */
export interface OwnDay {
  day: Day
  worked: boolean
  reason: string
}

/** What a renovation costs from a day on, in hundredths of a yuan. */
export interface RenovationPrices {
  valid_from: Day
  deposit: number
  management_fee: number
  permit_cost: number
  pass_cost: number
  rubbish_fee: number
}

/** What an estate sets; names as the server gives them. */
export interface ChosenSettings {
  /** PAT-R02. */
  bare_normal_words: string[]
  /** PAT-R03. */
  min_observation_chars: number
  rounds_on_working_day: number
  rounds_on_rest_day: number
  supervisor_rounds_per_day: number
  /** For routes without a plan of their own. */
  patrol_windows: [start: string, end: string][]
  /** In which language the estate prints. */
  ui_locale: 'zh-Hans' | 'zh-Hant' | 'en'
  /** PAT-R11. */
  patrol_retention_months: number
  /** PAT-R07: who signs besides the patroller. */
  patrol_sign_policy: 'two_colleagues' | 'manager' | 'both'
  /** PAT-R08. */
  cosign_window_hours: number
  /** Of findings: working days until a repair is verified; minutes until the steps after a smell. */
  verify_working_days: number
  smell_step2_minutes: number
  smell_step3_minutes: number
  /** keys.md 4.3, 9 (C-13): from when a loan is chased, and how long one may be without consent. */
  chase_after_days: number
  chase_basis: 'later_of_due_and_loan' | 'due' | 'loan'
  max_loan_days_without_consent: number
  /** KEY-I10. */
  key_retention_months: number
  tag_prints_name: boolean
  custody_notice_days: number
  spot_check_percent: number
  /** One may lend to and receive from oneself; a colleague countersigns. */
  lone_keeper_allowed: boolean
  /** vacancy.md 10, C-04 to C-06: how often vacant units are checked, and what share of them a month. */
  vacant_check_every_days: number
  coverage_target: number
  coverage_target_new: number
  /** Its last day as a new estate. */
  estate_is_new_until: Day | null
  include_sold_not_moved_in: boolean
  dynamic_table_day: number
  plan_due: string
  long_vacant_days: number
  half_year_due: [january: string, july: string]
  cleaning_per_month: number
  cold_region: boolean
  retention_after_sale_months: number
  /** renovation.md 12; money in hundredths of a yuan. */
  review_working_days: number
  max_duration_months: number
  recheck_days: number
  overnight_max: number
  photos_per_worker: number
  renovation_prices: RenovationPrices[]
  site_visits_per_day: number
  rectify_suggest_days: number
  refund_working_days: number
  extension_max_months: number
  work_hours: string
  tax_registration_waived: boolean
  central_heating: boolean
  /** The estate's own wording of a form, by the form. */
  renovation_papers: Record<string, string>
  /** A round can still be walked, late, this long after its window. */
  late_minutes: number
  arrival_grace_hours: number
  /** Working days until what was missed is made up; older servers do not tell it. */
  made_up_working_days: number
  /** PAT-R13. */
  too_fast_seconds: number
  ask_position: boolean
  /** Share of visits that ask for a photo nobody can have ready. */
  live_task_percent: number
  own_days: OwnDay[]
  supervisor_may_act_as_manager: boolean
}

/** What holds for phones: the same, and the calendar that follows from public holidays and the estate's own days. */
export interface EstateSettings extends ChosenSettings {
  holidays: Day[]
  make_up_days: Day[]
}

/** Pulled: name, zone and settings in force. */
export interface Estate {
  id: string
  estate: string
  name: string
  timezone: string
  settings: EstateSettings
  /** Records name it, so that they are judged by what their maker knew; an older server told none. */
  settingsVersion?: number
}
