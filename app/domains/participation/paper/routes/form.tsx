import { Breadcrumb } from "~/design/breadcrumb";
import { ButtonRow, LinkButton } from "~/design/button";
import { PageTitle } from "~/design/page-title";
import { QrCode } from "~/design/qr-code";
import { Tabs } from "~/design/tabs";
import { WritingLines } from "~/design/writing-lines";
import { conduct, onward } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { formPath } from "../addresses";
import { messages } from "../messages";
import { addressDays } from "../paper";
import { formPage } from "../queries/form-page.server";
import type { Route } from "./+types/form";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const form = await formPage(world, params, new URL(request.url).searchParams.get("art"));
	// a form for ideas would ask for what nobody can take in here: surveys have sheets of their own
	if (form.kinds.length === 0) {
		const open = formPath(params).replace(/\/bogen$/, "");
		const [only] = form.surveys;
		throw onward(only && form.surveys.length === 1 ? `${open}/umfrage/${only.position}/bogen` : open);
	}
	return form;
});

/** The form to fill in by hand: printed from here, or as PDF on one page. */
export default function PaperForm({ loaderData: form }: Route.ComponentProps) {
	const t = useText(messages);
	const { dateLong } = useFormat();
	const { process, kind } = form;
	const here = formPath({ place: form.place.slug, process: process.slug });
	const open = here.replace(/\/bogen$/, "");
	const phone = form.phone && [form.phone, form.phoneHours && `(${form.phoneHours})`].filter(Boolean).join(" ");
	return (
		<>
			<title>{`${t("form.title")} – ${process.title}`}</title>
			<Breadcrumb
				entries={[
					{ label: form.place.name, href: `/o/${form.place.slug}` },
					{ label: process.title, href: open },
					{ label: t("form.title") },
				]}
			/>
			<div className="gw-screen-only gw-flow">
				<PageTitle title={t("form.title")} above={process.title} lead={t("form.lead")}>
					<ButtonRow>
						<LinkButton href={`${here}/pdf?art=${kind}`}>{t("form.pdf")}</LinkButton>
					</ButtonRow>
				</PageTitle>
				{form.kinds.length > 1 && (
					<Tabs
						label={t("form.which")}
						tabs={form.kinds.map((name) => ({
							label: t(`form.kinds.${name}`),
							href: `${here}?art=${name}`,
							current: name === kind,
						}))}
					/>
				)}
				{form.surveys.length > 0 && (
					<>
						<h2>{t("form.surveys")}</h2>
						<ul>
							{form.surveys.map(({ position, title }) => (
								<li key={position}>
									<a href={`${open}/umfrage/${position}/bogen`}>{title}</a>
								</li>
							))}
						</ul>
					</>
				)}
			</div>
			<div className="gw-sheet gw-flow">
				<p>{`${form.place.name} · ${t(`form.kinds.${kind}`)}`}</p>
				<h2>{process.title}</h2>
				<p>{process.summary}</p>
				{kind !== "idea" && <WritingLines label={t(`form.about.${kind}`)} lines={1} />}
				<WritingLines label={t(`form.text.${kind}`)} lines={8} />
				{kind === "idea" && <WritingLines label={t("form.where")} lines={1} />}
				{kind === "idea" && form.categories.length > 0 && (
					<p>
						{t("form.category")}
						<br />
						{form.categories.map((name) => `☐\u00a0${name}`).join("   ")}
					</p>
				)}
				{kind !== "comment" && (
					<>
						<h3>{t("form.reply")}</h3>
						<p>{t("form.replyHint")}</p>
						<p>
							{[t("form.byLetter"), t("form.byCall"), t("form.byNothing")].map((way) => `☐\u00a0${way}`).join("   ")}
						</p>
					</>
				)}
				<WritingLines label={t("form.name")} lines={1} />
				{kind !== "comment" && (
					<>
						<WritingLines label={t("form.street")} lines={1} />
						<WritingLines label={t("form.phone")} lines={1} />
					</>
				)}
				<p>☐ {t("form.nameShown")}</p>
				<p>
					<strong>{t("form.back")}</strong> {form.address.join(", ")}
					{form.lastDay && ` · ${t("form.until", { date: dateLong(form.lastDay) })}`}
				</p>
				{phone && <p>{t("form.call", { phone })}</p>}
				{form.answeredUntil && <p>{t("form.answered", { date: dateLong(form.answeredUntil) })}</p>}
				<QrCode url={form.url} label={t("form.online")} />
				<p>{kind === "comment" ? t("form.privacyComment") : t("form.privacy", { days: String(addressDays) })}</p>
			</div>
		</>
	);
}
