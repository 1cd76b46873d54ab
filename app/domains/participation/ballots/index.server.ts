export { announceBoxes } from "./commands/announce.server";
export { beginBox } from "./commands/begin-box.server";
export { type CastingRefusal, castDraft, keepDraft, secret } from "./commands/cast.server";
export { copyBox } from "./commands/copy-box.server";
export { ballotsOf, storeCount } from "./commands/count-ballots.server";
export { type FreezingRefusal, freezeRule, freezingRefusal } from "./commands/freeze-rule.server";
export {
	enterPaperBallot,
	type PaperRefusal,
	type PaperState,
	settlePaperBallot,
} from "./commands/paper-ballots.server";
export { mayManageBox, mayReadResult } from "./policy.server";
export { receiptIn } from "./queries/box-pages.server";
export { boxCount, boxHead, boxKeyAt, foundBox, lockBox, storedChoice, voterBy } from "./queries/find-box.server";
export { paperBallots } from "./queries/paper-ballots.server";
export { placeOfPaper } from "./queries/place-of-paper.server";
export { boxSubject } from "./subject.server";
