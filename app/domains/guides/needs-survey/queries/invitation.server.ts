import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { mayFollow } from "../../policy.server";
import { answerCodeHash } from "../answer-code.server";

/** Who answers: somebody with the municipality's code, or somebody who works for it. */
export type AnsweredBy = { code: string } | { invitationId: string };

/** The invitation behind a code, or of a municipality for which this reader works. @throws NotFound; Forbidden or SignInNeeded */
export async function invitationFor(view: Pick<View, "db" | "actor">, by: AnsweredBy) {
	const invitation = await view.db.needsInvitation.findUnique({
		where: "code" in by ? { codeHash: answerCodeHash(by.code) } : { id: by.invitationId },
		include: {
			answers: { select: { questionId: true, text: true } },
			municipality: { select: { shortName: true } },
			survey: {
				include: {
					questions: { orderBy: { position: "asc" } },
					owner: { select: { shortName: true, space: { select: { name: true, phone: true } } } },
				},
			},
		},
	});
	if (!invitation) throw new NotFound();
	if (!("code" in by)) demand(mayFollow, view.actor, { organisationId: invitation.municipalityId });
	return invitation;
}
