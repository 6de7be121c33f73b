"""All acts on a renovation: the body of each, by which event of the machine it goes, and what it does. Pure."""

from webapp.domains.renovation.rules import (
    applying,
    bodies,
    ending,
    noticing,
    paying,
    permitting,
    requesting,
    site_bodies,
)
from webapp.domains.renovation.rules.acting import Way
from webapp.domains.renovation.rules.noticing import notice_there
from webapp.domains.renovation.rules.permitting import pass_there
from webapp.domains.renovation.rules.requesting import request_there
from webapp.domains.renovation.rules.states import Act

WAYS = (
    Way(Act.APPLY, bodies.Apply, applying.apply),
    Way(Act.AMEND, bodies.Amend, applying.amend),
    Way(Act.PAPER, bodies.HandIn, applying.hand_in),
    Way(Act.SIGN, bodies.SignForm, applying.sign),
    Way(Act.SUBMIT, bodies.Submit, applying.submit),
    Way(Act.INCOMPLETE, bodies.Noted, applying.give_back),
    Way(Act.RESUBMIT, bodies.Noted, applying.resubmit),
    Way(Act.FORWARD, bodies.Noted, applying.forward),
    Way(Act.APPROVE, bodies.Approve, applying.approve),
    Way(Act.RETURN, bodies.SendBack, applying.send_back),
    Way(Act.JOINT_CHECK, bodies.CheckJointly, applying.check_jointly),
    Way(Act.PAY, bodies.Pay, paying.pay),
    Way(Act.PASS, bodies.IssuePass, permitting.issue_pass),
    Way(Act.ADD_WORKER, bodies.AddWorker, permitting.add_worker),
    Way(Act.PERMIT, bodies.IssuePermit, permitting.permit),
    Way(Act.START, site_bodies.Start, permitting.start),
    Way(Act.PASS_RETURN, bodies.NotedPass, permitting.return_pass, lacks=pass_there),
    Way(Act.PASS_LOST, bodies.LosePass, permitting.lose_pass, lacks=pass_there),
    Way(Act.PASS_REVOKE, bodies.RevokePass, permitting.revoke_pass, lacks=pass_there),
    Way(Act.NOTICE, site_bodies.GiveNotice, noticing.give_notice),
    Way(Act.NOTICE_FIXED, site_bodies.ReportFixed, noticing.report_fixed, lacks=notice_there),
    Way(Act.NOTICE_VERIFY, site_bodies.VerifyNotice, noticing.verify, lacks=notice_there),
    Way(Act.NOTICE_ESCALATE, site_bodies.EscalateNotice, noticing.escalate, lacks=notice_there),
    Way(Act.PLAN_CHANGE, site_bodies.ChangePlan, requesting.change_plan),
    Way(Act.EXTENSION, site_bodies.Extend, requesting.extend),
    Way(Act.OVERNIGHT, site_bodies.StayOvernight, requesting.stay_overnight),
    Way(Act.HOT_WORK, site_bodies.WorkHot, requesting.work_hot),
    Way(Act.TOOLS, site_bodies.TakeTools, requesting.take_tools),
    Way(Act.DECIDE, site_bodies.Decide, requesting.decide, requesting.decision_of, request_there),
    Way(Act.RELEASE, site_bodies.Release, requesting.release, lacks=request_there),
    Way(Act.COMPLETE, site_bodies.Complete, ending.complete),
    Way(Act.ACCEPT, site_bodies.AcceptWork, ending.accept, ending.acceptance_of),
    Way(Act.REINSPECT, site_bodies.Reinspect, ending.reinspect, ending.reinspection_of),
    Way(Act.RECHECK, site_bodies.Recheck, ending.recheck, ending.recheck_of),
    Way(Act.REFUND, bodies.Refund, ending.refund),
    Way(Act.FILE, bodies.Noted, ending.file),
    Way(Act.WITHDRAW, bodies.Withdraw, ending.withdraw),
)
