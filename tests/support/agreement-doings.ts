import { beginAmendment } from "~/domains/agreements/afterwards/commands/amend.server";
import { declareNotice } from "~/domains/agreements/afterwards/commands/end-agreement.server";
import { tellCalendar } from "~/domains/agreements/afterwards/commands/tell-calendar.server";
import { agreeToPublication } from "~/domains/agreements/commands/publish.server";
import { editBlock } from "~/domains/agreements/drafting/commands/edit-words.server";
import { present, takeBack } from "~/domains/agreements/drafting/commands/present.server";
import { askForProof, confirm } from "~/domains/agreements/signing/commands/confirm.server";
import { lapseRounds, refuseToSign, withdrawVersion } from "~/domains/agreements/signing/commands/end-round.server";
import { freeze } from "~/domains/agreements/signing/commands/freeze.server";
import { bringInScan, checkScan } from "~/domains/agreements/signing/commands/sign-on-paper.server";
import { type Actor, house } from "~/platform/actor";
import type { Outcome } from "~/platform/outcome";
import { type Partners, scannedPaper, steppedUp } from "~tests/factories/agreements";
import type { AgreementHouse } from "./agreement-house";
import type { Dice } from "./dice";

const day = 24 * 60 * 60_000;

export const doingNames = [
	"present",
	"takeBack",
	"edit",
	"freeze",
	"ask",
	"confirm",
	"bringIn",
	"check",
	"refuse",
	"withdraw",
	"lapse",
	"calendar",
	"publish",
	"amend",
	"giveNotice",
] as const;
export type DoingName = (typeof doingNames)[number];

type Person = Partners["chair"]["actor"];
export type Acting = { code: string; id: string; who: Actor; organisationId: string; at: Date; dice: Dice };
export type Doing = {
	/** Who may do it at all; nobody else ever gets it done. */
	rightful: readonly Actor[];
	act(given: Acting): Promise<Outcome<unknown>>;
};

const actors = (...ones: { actor: Person }[]) => ones.map(({ actor }) => actor);

/** A sweep is done when it did something. */
const swept = (count: number): Outcome<null> =>
	count > 0 ? { done: true, value: null } : { done: false, refusals: [{ code: "nothing-due" }] };

/** The commands on one agreement's way as a random sequence calls them: mostly as their page would, sometimes with what is out of date. */
export function doingsIn(place: AgreementHouse): Record<DoingName, Doing> {
	const { scene } = place;
	const leading = [...actors(scene.clerk, scene.colleague), house];
	const signing = actors(scene.mayor, scene.chair, scene.director);
	const inside = [...actors(scene.clerk, scene.colleague, scene.admin), ...signing];
	const freshly = ({ who, at }: Acting) => {
		const world = place.world(who, new Date(at.getTime() - 1000));
		return who.kind === "person" ? steppedUp(world, who) : place.world(who, at);
	};
	const newest = (id: string) =>
		place.db.agreementVersion.findFirst({
			where: { agreementId: id },
			orderBy: { number: "desc" },
			select: { sha256: true, verificationCode: true, scans: { orderBy: { uploadedAt: "desc" }, take: 1 } },
		});
	return {
		present: { rightful: leading, act: ({ code, who, at }) => present(place.world(who, at), { code }) },
		takeBack: { rightful: leading, act: ({ code, who, at }) => takeBack(place.world(who, at), { code }) },
		edit: {
			rightful: leading,
			act: async ({ id, code, who, at, dice }) => {
				const where = { agreementId_key: { agreementId: id, key: "rollen" } };
				const { revision } = await place.db.agreementBlock.findUniqueOrThrow({ where });
				const text = `Die federführende Kommune führt das Vorhaben, Wortlaut ${dice.below(1000)}.`;
				const seen = dice.chance(15) ? revision - 1 : revision;
				return editBlock(place.world(who, at), { code, key: "rollen", revision: seen, text });
			},
		},
		freeze: {
			rightful: leading,
			act: async ({ id, code, who, at, dice }) => {
				const { changes } = await place.db.agreement.findUniqueOrThrow({ where: { id } });
				const last = new Date(new Date(at.getTime() + (dice.below(12) - 1) * day).toISOString().slice(0, 10));
				const round = { sequential: dice.chance(20), deadline: dice.chance(50) ? last : null };
				const seen = dice.chance(10) ? changes + 1 : changes;
				return freeze(place.world(who, at), { code, changes: seen, origin: "http://localhost", round });
			},
		},
		ask: { rightful: signing, act: ({ code, who, at }) => askForProof(place.world(who, at), { code }) },
		confirm: {
			rightful: signing,
			act: async (given) => {
				const { code, id, who, at, dice } = given;
				const sha256 = dice.chance(8) ? "0".repeat(64) : ((await newest(id))?.sha256 ?? "");
				return confirm(dice.chance(8) ? place.world(who, at) : freshly(given), { code, sha256 });
			},
		},
		bringIn: {
			rightful: inside,
			act: async ({ code, organisationId, who, at }) => {
				const signedOn = new Date(new Date(at.getTime() - day).toISOString().slice(0, 10));
				const stored = await scannedPaper();
				return bringInScan(place.world(who, at), { code, organisationId, signedOn, stored });
			},
		},
		check: {
			rightful: inside,
			act: async (given) => {
				const version = await newest(given.id);
				const accepted = given.dice.chance(85);
				return checkScan(freshly(given), {
					code: given.code,
					// Without any scan: an id that is none.
					scanId: version?.scans[0]?.id ?? given.id,
					accepted,
					codeOnPaper: given.dice.chance(8) ? "ABCD" : (version?.verificationCode ?? ""),
					signaturesComplete: true,
					originalPlace: "Archiv",
					reason: accepted ? "" : "Seite 2 fehlt",
				});
			},
		},
		refuse: {
			rightful: signing,
			act: ({ code, who, at }) => refuseToSign(place.world(who, at), { code, reason: "Die Kosten sind zu hoch." }),
		},
		withdraw: { rightful: leading, act: ({ code, who, at }) => withdrawVersion(place.world(who, at), { code }) },
		lapse: { rightful: [house], act: async ({ who, at }) => swept(await lapseRounds(place.world(who, at))) },
		calendar: { rightful: [house], act: async ({ who, at }) => swept(await tellCalendar(place.world(who, at))) },
		publish: {
			rightful: [...inside, house],
			act: ({ code, organisationId, who, at }) => agreeToPublication(place.world(who, at), { code, organisationId }),
		},
		amend: {
			rightful: leading,
			act: ({ code, who, at }) =>
				beginAmendment(place.world(who, at), { code, kind: "change", reason: "Ein Sensor mehr." }),
		},
		giveNotice: {
			rightful: inside,
			act: (given) =>
				declareNotice(freshly(given), {
					code: given.code,
					organisationId: given.organisationId,
					kind: "exit",
					declaredOn: given.at.toISOString().slice(0, 10),
					lastDay: "2030-12-31",
					reason: "Der Betrieb wird eingestellt.",
					asBreach: true,
					consequence: "Fördermittel sind zurückzuzahlen.",
					stored: null,
				}),
		},
	} satisfies Record<DoingName, Doing>;
}
