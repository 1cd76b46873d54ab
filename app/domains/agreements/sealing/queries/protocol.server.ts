import { fromStored } from "~/platform/calendar.server";
import type { Prisma } from "~/platform/database/generated/client";
import { textFor } from "~/platform/i18n";
import type { View } from "~/platform/world.server";
import { contractName } from "../../contract-name";
import { forms } from "../../form-rules/form-rule";
import { messages } from "../../messages";
import { knownWord } from "../../stored-word";
import type { ProtocolContent } from "../rendering/protocol.server";

/** Who signed a version when and how, in the order of the contract, for its protocol. */
export async function signaturesForProtocol(
	{ db }: Pick<View, "db">,
	versionId: string,
): Promise<ProtocolContent["signatures"]> {
	const t = textFor("de", messages);
	const [slots, scans] = await Promise.all([
		db.agreementSlot.findMany({
			where: { versionId },
			orderBy: [{ position: "asc" }, { id: "asc" }],
			take: 200,
			include: {
				organisation: { select: { name: true, registerType: true } },
				post: { select: { label: true } },
				version: { select: { number: true } },
				confirmation: true,
				qualified: { where: { check: { accepted: true } }, include: { check: true } },
			},
		}),
		db.agreementScan.findMany({
			where: { versionId, check: { accepted: true } },
			orderBy: { uploadedAt: "asc" },
			take: 200,
			include: { check: true },
		}),
	]);
	const files = await db.file.findMany({
		where: { id: { in: scans.map(({ fileId }) => fileId) } },
		select: { id: true, sha256: true },
	});
	return slots.map(({ organisation, organisationId, post, version, requiredForm, confirmation, qualified }) => {
		const scan = scans.find((one) => one.organisationId === organisationId);
		return {
			party: contractName(organisation),
			post: post.label,
			form: knownWord(forms, requiredForm),
			text: confirmation && {
				name: confirmation.personName,
				capacity: confirmation.capacity,
				deputy: confirmation.deputy,
				at: confirmation.at.toISOString(),
				wording: confirmation.wording,
				declaration: t("sign.wording", { number: String(version.number), party: contractName(organisation) }),
			},
			paper: scan?.check
				? {
						signedOn: fromStored(scan.signedOn).toString(),
						checkedAt: scan.check.checkedAt.toISOString(),
						originalPlace: scan.check.originalPlace,
						scanSha256: files.find(({ id }) => id === scan.fileId)?.sha256 ?? "",
					}
				: null,
			...qualifiedLine(qualified[0]),
		};
	});
}

type Qualified = Prisma.AgreementQualifiedSignatureGetPayload<{ include: { check: true } }>;

/** Absent where nobody signed in this way, as in the protocols of before. */
function qualifiedLine(one: Qualified | undefined): Pick<ProtocolContent["signatures"][number], "qualified"> {
	if (!one?.check?.listedOn) return {};
	return {
		qualified: {
			name: one.personName,
			capacity: one.capacity,
			deputy: one.deputy,
			at: one.claimedAt.toISOString(),
			signer: one.signer,
			issuer: one.issuer,
			certificateSha256: one.certificateSha256,
			fileSha256: one.sha256,
			listedAs: one.check.listedAs,
			listedOn: fromStored(one.check.listedOn).toString(),
			nameReason: one.nameDiffers ? one.check.reason : null,
		},
	};
}
