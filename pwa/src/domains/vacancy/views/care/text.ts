/** Words of noting care. */
import type { RoomText } from '@/core/domain'

export const office: RoomText = {
  'zh-Hans': {
    vacancy: {
      caring: {
        title: '记养护',
        note: '关闭水电气（SE-09）随每次检查记，不用另记',
        open: '记养护',
        task: '做了什么',
        pickTask: '选一项',
        step: '到哪一步',
        told: '已通知保洁部',
        done: '已做完',
        units: '在哪几户（适用 {n} 户）',
        noUnits: '没有适用的户。装修标准、西晒、电器写在空置房登记里',
        tickAll: '全选',
        tickNone: '全不选',
        powerOff: '试完已断电',
        cost: '费用（元，没有可不写）',
        said: '备注（可不写）',
        save: '记下 {n} 户',
        lacks: {
          task: '选做了哪一项养护',
          units: '选在哪几户做的',
          powerOff: '电器试运行后要断电；断电后打勾再记',
          cost: '费用写数字，单位元，最多两位小数',
        },
      },
    },
  },
  'zh-Hant': {
    vacancy: {
      caring: {
        title: '記養護',
        note: '關閉水電氣（SE-09）隨每次檢查記，不用另記',
        open: '記養護',
        task: '做了什麼',
        pickTask: '選一項',
        step: '到哪一步',
        told: '已通知保潔部',
        done: '已做完',
        units: '在哪幾戶（適用 {n} 戶）',
        noUnits: '沒有適用的戶。裝修標準、西曬、電器寫在空置房登記裡',
        tickAll: '全選',
        tickNone: '全不選',
        powerOff: '試完已斷電',
        cost: '費用（元，沒有可不寫）',
        said: '備註（可不寫）',
        save: '記下 {n} 戶',
        lacks: {
          task: '選做了哪一項養護',
          units: '選在哪幾戶做的',
          powerOff: '電器試運行後要斷電；斷電後打勾再記',
          cost: '費用寫數字，單位元，最多兩位小數',
        },
      },
    },
  },
  en: {
    vacancy: {
      caring: {
        title: 'Note care',
        note: 'Shutting water, power and gas (SE-09) is noted with every check',
        open: 'Note care',
        task: 'What was done',
        pickTask: 'Choose a task',
        step: 'How far',
        told: 'Cleaning was told',
        done: 'Done',
        units: 'In which units ({n} qualify)',
        noUnits: 'No unit qualifies. Finish, west rooms and appliances stand in the register',
        tickAll: 'All of them',
        tickNone: 'None of them',
        powerOff: 'The power is off again',
        cost: 'Cost in yuan (optional)',
        said: 'Note (optional)',
        save: 'Note {n} unit | Note {n} units',
        lacks: {
          task: 'Choose the task that was done',
          units: 'Choose the units it was done in',
          powerOff: 'Appliances leave the power off: shut it, then tick it',
          cost: 'Write the cost as a number in yuan, with two decimals at most',
        },
      },
    },
  },
}
