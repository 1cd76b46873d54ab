import type { Prisma } from "~/platform/database/generated/client";
import { textFor } from "~/platform/i18n";
import type { Manifest, Notice, RecordedEvent } from "~/platform/manifest.server";
import { workMessages } from "./work-messages";

/** Who suggested reads what became of it, with the reason; nobody else is written to about drafts. */
async function tellAuthor(db: Prisma.TransactionClient, event: RecordedEvent): Promise<Notice[]> {
	const id = String(event.facts.suggestion ?? "");
	const suggestion = await db.groupDocumentSuggestion.findUnique({
		where: { id },
		select: {
			state: true,
			decision: true,
			author: { select: { id: true, erasedAt: true, account: { select: { locale: true } } } },
			document: {
				select: {
					code: true,
					title: true,
					group: {
						select: { name: true, slug: true, organisation: { select: { space: { select: { slug: true } } } } },
					},
				},
			},
		},
	});
	if (!suggestion || suggestion.author.erasedAt) return [];
	const { author, document, decision } = suggestion;
	const { group, title } = document;
	const t = textFor(author.account?.locale === "en" ? "en" : "de", workMessages);
	const accepted = suggestion.state === "accepted";
	const texts = `/o/${group.organisation.space?.slug ?? ""}/arbeitskreise/${group.slug}/texte`;
	return [
		{
			to: { personId: author.id },
			kind: "service",
			subject: t(accepted ? "notice.acceptedSubject" : "notice.rejectedSubject", { title }),
			paragraphs: [
				t(accepted ? "notice.accepted" : "notice.rejected", { title, group: group.name }),
				...(decision ? [t("notice.reason", { reason: decision })] : []),
			],
			action: { path: `${texts}/${document.code}/vorschlaege/${id}`, label: t("notice.button") },
			because: t("notice.because"),
		},
	];
}

export const draftingNotices: NonNullable<Manifest["notices"]> = {
	"groups.document.suggestion-accepted": tellAuthor,
	"groups.document.suggestion-rejected": tellAuthor,
};
