import { Badge } from "~/design/badge";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { Card, CardList } from "~/design/card";
import { EmptyState } from "~/design/empty-state";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { Pagination } from "~/design/pagination";
import { LocalDateTime } from "~/design/time";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { markRead } from "../commands/mark-read.server";
import { readingForm } from "../forms";
import { messages } from "../messages";
import { messagesOf, pageSize, recipient } from "../queries/messages.server";
import type { Route } from "./+types/read-messages";

export const loader = conduct(async ({ world, request }: Route.LoaderArgs & { world: World }) => {
	const page = pageOf(request);
	return { page, pageSize, ...(await messagesOf(world, page)) };
});

export const action = conduct(async ({ world, request }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, readingForm);
	if (!form.valid) return again(form.typed, form.refusals);
	await markRead(world, { personId: recipient(world), id: form.value.message ?? null });
	return onward(`/konto/nachrichten?seite=${pageOf(request)}`);
});

function pageOf(request: Request): number {
	const page = Number(new URL(request.url).searchParams.get("seite") ?? "1");
	return Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1;
}

export default function ReadMessages({ loaderData }: Route.ComponentProps) {
	const t = useText(messages);
	const { total, unread, page } = loaderData;
	return (
		<>
			<title>{`${t("inbox.title")} – Gemeinwerk`}</title>
			<Breadcrumb entries={[{ label: t("account"), href: "/konto" }, { label: t("inbox.title") }]} />
			<PageTitle title={t("inbox.title")} lead={t("inbox.lead")}>
				<p>{t("inbox.unread", { count: unread })}</p>
				<ButtonRow>
					{unread > 0 && (
						<Form inline>
							<Button look="secondary">{t("inbox.readAll")}</Button>
						</Form>
					)}
					<LinkButton look="tertiary" href="/konto/benachrichtigungen">
						{t("inbox.settings")}
					</LinkButton>
				</ButtonRow>
			</PageTitle>
			{total === 0 ? (
				<EmptyState title={t("inbox.none")}>
					<p>{t("inbox.noneText")}</p>
				</EmptyState>
			) : (
				<>
					<CardList>
						{loaderData.messages.map((message) => (
							<Card
								key={message.id}
								level={2}
								title={message.gone ? t("inbox.gone") : message.subject}
								state={message.readAt === null && <Badge tone="info">{t("inbox.new")}</Badge>}
								foot={<LocalDateTime value={message.createdAt} />}
							>
								{message.gone && <p>{t("inbox.goneText")}</p>}
								{message.body.map((paragraph) => (
									<p key={paragraph}>{paragraph}</p>
								))}
								<p className="gw-muted">{message.because}</p>
								<ButtonRow>
									{message.path && (
										<LinkButton
											small
											href={message.path}
											label={`${message.label ?? t("inbox.open")}: ${message.subject}`}
										>
											{message.label ?? t("inbox.open")}
										</LinkButton>
									)}
									{message.readAt === null && (
										<Form inline hidden={{ message: message.id }}>
											<Button
												small
												look="tertiary"
												label={t("inbox.readOneLabel", { subject: message.gone ? t("inbox.gone") : message.subject })}
											>
												{t("inbox.readOne")}
											</Button>
										</Form>
									)}
								</ButtonRow>
							</Card>
						))}
					</CardList>
					<Pagination
						page={page}
						pageSize={loaderData.pageSize}
						total={total}
						hrefFor={(number) => `/konto/nachrichten?seite=${number}`}
					/>
				</>
			)}
		</>
	);
}
