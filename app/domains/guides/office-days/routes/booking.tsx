import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { Button, LinkButton } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { PhoneLink } from "~/design/phone-link";
import { useProblems } from "~/design/problems";
import { SummaryList } from "~/design/summary-list";
import { LocalDateTime } from "~/design/time";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { cancelBooking, moveBooking } from "../commands/book.server";
import { bookingActForm, companyForm } from "../forms.server";
import { messages } from "../messages";
import { bookingPage } from "../queries/public-pages.server";
import { MoveBooking } from "../ui/move-booking";
import type { Route } from "./+types/booking";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const query = new URL(request.url).searchParams;
	const company = companyForm.safeParse(query.get("bei"));
	return {
		booking: await bookingPage(world, params.token, company.success ? company.data : null),
		said: query.has("neu") ? ("new" as const) : query.has("verschoben") ? ("moved" as const) : null,
	};
});

/** Mail programs open links by themselves, so nothing happens before a button is pressed. */
export const action = conduct(async ({ world, params: { token }, request }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, bookingActForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome =
		form.value.act === "cancel"
			? await cancelBooking(world, { token })
			: await moveBooking(world, { token, to: form.value.slot, company: form.value.bei });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/sprechtag-termin/${token}${form.value.act === "move" ? "?verschoben" : ""}`);
});

const tone = { booked: "success", cancelled: "neutral", "day-cancelled": "danger", over: "neutral" } as const;

/** A booking for whoever has its link. */
export default function Booking({ loaderData: { booking, said }, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const { page, state } = booking;
	const { cover, holder, label } = page.post;
	const who = cover ? t("day.covers", { name: cover.name ?? cover.label, post: label }) : (holder ?? label);
	return (
		<>
			<title>{`${t("booking.title")} – ${page.place.name}`}</title>
			<meta name="robots" content="noindex" />
			<ErrorSummary errors={errors} />
			{said === "new" && state === "booked" && (
				<Alert tone="success" title={t("booking.new")} live>
					<p>{t("booking.newText")}</p>
				</Alert>
			)}
			{said === "moved" && <Alert tone="success" title={t("booking.moved")} live />}
			<PageTitle
				title={t("booking.title")}
				above={t("booking.for", { name: booking.name })}
				state={<Badge tone={tone[state]}>{t(`booking.states.${state}`)}</Badge>}
			/>
			{state === "day-cancelled" && page.reason && <Alert tone="danger" title={page.reason} />}
			<SummaryList
				rows={[
					{ term: t("day.when"), value: <LocalDateTime value={booking.at} /> },
					{ term: t("day.where"), value: page.opening.place },
					{ term: t("day.who"), value: who },
					...(page.accessibility ? [{ term: t("day.access"), value: page.accessibility }] : []),
					...(booking.subject ? [{ term: t("booking.subject"), value: booking.subject }] : []),
					...(page.place.phone ? [{ term: t("day.phone"), value: <PhoneLink number={page.place.phone} /> }] : []),
				]}
			/>
			{state === "booked" && (
				<>
					<MoveBooking booking={booking} error={at("slot")} />
					<Section id="absagen" title={t("booking.cancel")} intro={t("booking.cancelText")}>
						<Form hidden={{ act: "cancel" }} inline>
							<Button look="danger">{t("booking.cancelSubmit")}</Button>
						</Form>
					</Section>
				</>
			)}
			<p>
				<LinkButton look="tertiary" href={`/sprechtag/${page.code}/${page.day}`}>
					{t("booking.day")}
				</LinkButton>
			</p>
		</>
	);
}
