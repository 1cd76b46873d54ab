import { joined, type Manifest } from "~/platform/manifest.server";
import { closeAnswered, forgetAskers } from "./concerns/commands/close-concern.server";
import { escalateConcerns } from "./concerns/commands/escalate.server";
import { forgetOldMails } from "./concerns/commands/take-mail.server";
import { concernMail } from "./concerns/mail-subject.server";
import { notices } from "./concerns/notices.server";
import { waiting } from "./concerns/queries/waiting.server";
import { concern } from "./concerns/subject.server";
import { countyNewsPart } from "./county-news/manifest.server";
import { needsSurveyPart } from "./needs-survey/manifest.server";
import { officeDays } from "./office-days/manifest.server";
import { personalData } from "./personal-data.server";
import { settleOverdue } from "./plans/commands/hand-over-deadline.server";

const concerns: Omit<Manifest, "domain"> = {
	subjects: { concern, "concern-mail": concernMail },
	notices,
	reindex: (event) => (event.subject.kind === "concern" ? [event.subject] : []),
	sweeps: {
		"guides.close-answered": closeAnswered,
		"guides.forget-askers": forgetAskers,
		"guides.forget-mails": forgetOldMails,
		"guides.concern-escalation": escalateConcerns,
		"guides.hand-over-deadline": settleOverdue,
	},
	waiting,
	personalData,
};

/** What the house needs to know of guides. */
export const manifest = joined("guides", [officeDays, concerns, countyNewsPart, needsSurveyPart]);
