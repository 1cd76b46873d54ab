import { Alert } from "~/design/alert";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TextField } from "~/design/text-field";
import { limit } from "~/platform/allowance.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm, type Typed } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { requestContext } from "~/platform/http/request.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { PostFacts } from "../../ui/post-facts";
import { typedText } from "../../ui/typed";
import { bookingPath } from "../booking-token.server";
import { bookSlot } from "../commands/book.server";
import { bookingForm } from "../forms.server";
import { messages } from "../messages";
import { type DayPage, dayPage } from "../queries/public-pages.server";
import { OfficeDayFacts } from "../ui/office-day-facts";
import type { Route } from "./+types/day";

/** A town hall has one address for many people; a program that takes all slots has one too. */
const bookingsPerHour = 20;

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	page: await dayPage(world, params),
	kept: await keptForm(world, request),
}));

export const action = conduct(async ({ world, params, request, context }: Route.ActionArgs & { world: World }) => {
	await dayPage(world, params);
	const form = await readForm(request, bookingForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { webseite, ...given } = form.value;
	if (webseite !== "") return again(form.typed, [{ code: "trap-filled", field: "webseite" }]);
	const { ip } = context.get(requestContext);
	if (!(await limit(`office-day:ip:${ip}`, bookingsPerHour, 3600))) return again(form.typed, [{ code: "too-many" }]);
	const outcome = await bookSlot(world, { at: params, ...given });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${bookingPath(outcome.value.id)}?neu`);
});

/** One office day for everybody, with booking. */
export default function Day({ loaderData: { page, kept }, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const title = t("day.title", { place: page.municipality.name });
	const list = `/o/${page.place.slug}/lotsen/sprechtage`;
	const open = !page.isOver && !page.opening.cancelled;
	return (
		<>
			<title>{`${title} – ${page.place.name}`}</title>
			<Breadcrumb
				entries={[
					{ label: page.place.name, href: `/o/${page.place.slug}` },
					{ label: t("list.title"), href: list },
					{ label: title },
				]}
			/>
			<ErrorSummary errors={errors} />
			<PageTitle title={title} above={page.place.name}>
				<ButtonRow>
					{open && (
						<LinkButton look="secondary" href={`/sprechtag/${page.code}/${page.day}/termin.ics`}>
							{t("day.entry")}
						</LinkButton>
					)}
					{page.mayPlan && (
						<LinkButton look="secondary" href={`/o/${page.place.slug}/verwaltung/sprechtage/${page.code}/${page.day}`}>
							{t("day.work")}
						</LinkButton>
					)}
					<LinkButton look="tertiary" href={list}>
						{t("day.all")}
					</LinkButton>
				</ButtonRow>
			</PageTitle>
			{page.opening.cancelled && (
				<Alert tone="danger" title={t("day.cancelled")}>
					{page.reason && <p>{page.reason}</p>}
				</Alert>
			)}
			{!page.opening.cancelled && page.opening.moved && (
				<Alert tone="warning" title={t("day.moved")}>
					{page.reason && <p>{page.reason}</p>}
				</Alert>
			)}
			{page.isOver && <Alert title={t("day.over")} />}
			<OfficeDayFacts page={page} />
			<Section id="wer" title={t("day.who")}>
				<h3>{page.post.label}</h3>
				<PostFacts post={page.post} />
			</Section>
			{open && <Booking page={page} typed={actionData?.typed ?? kept} at={at} />}
		</>
	);
}

function Booking({
	page: { slots, bookableFrom, code, day },
	typed,
	at,
}: {
	page: DayPage;
	typed: Typed | null | undefined;
	at: (field: string) => string | undefined;
}) {
	const t = useText(messages);
	const { time, dateLong } = useFormat();
	if (slots === null) return <p>{t("day.dropIn")}</p>;
	if (bookableFrom) return <p>{t("day.bookableFrom", { date: dateLong(bookableFrom) })}</p>;
	if (slots.length === 0 && !typed) return <p>{t("day.full")}</p>;
	return (
		<Section id="buchen" title={t("day.book")} intro={t("day.bookText")}>
			<Form draftKey={`office-day:${code}:${day}`}>
				<Select
					name="minute"
					label={t("day.slot")}
					value={typedText(typed, "minute")}
					error={at("minute")}
					options={slots.map(({ minute, at: begins }) => ({ value: String(minute), label: time(begins) }))}
				/>
				<TextField
					name="name"
					label={t("day.name")}
					autoComplete="name"
					value={typedText(typed, "name")}
					error={at("name")}
				/>
				<TextField
					name="email"
					type="email"
					label={t("day.email")}
					hint={t("day.emailHint")}
					autoComplete="email"
					value={typedText(typed, "email")}
					error={at("email")}
					optional
				/>
				<TextField
					name="phone"
					type="tel"
					label={t("day.phone")}
					hint={t("day.phoneHint")}
					autoComplete="tel"
					value={typedText(typed, "phone")}
					error={at("phone")}
					optional
				/>
				<TextField
					name="subject"
					label={t("day.subject")}
					hint={t("day.subjectHint")}
					value={typedText(typed, "subject")}
					error={at("subject")}
					optional
				/>
				<div className="gw-trap" hidden>
					<TextField name="webseite" label={t("day.trap")} error={at("webseite")} optional />
				</div>
				<p>{t("day.kept")}</p>
				<Button>{t("day.submit")}</Button>
			</Form>
		</Section>
	);
}
