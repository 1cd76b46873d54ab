import type { Prisma } from "~/platform/database/generated/client";
import { dayText } from "../../queries/names.server";

/** What has to be read of a version so that its signatures can be shown. */
export const withSignatures = {
	signatures: { include: { scan: { include: { check: true } } }, orderBy: [{ role: "asc" }] },
} satisfies Prisma.MinutesVersionInclude;

type Signed = Prisma.MinutesVersionGetPayload<{ include: typeof withSignatures }>["signatures"];

/** The signatures under a version, in the order of roles. */
export function shownSignatures(signatures: Signed) {
	return signatures.map(({ role, signedAt, scan }) => ({
		role: role === "chair" ? ("chair" as const) : ("minute-taker" as const),
		at: signedAt,
		/** Signed by hand on a paper that was checked at that moment; by whoever uploaded it: 24 hours later. */
		paper: scan && {
			signedOn: dayText(scan.signedOn),
			alone: scan.check?.checkedById === scan.uploadedById,
		},
	}));
}
