import { Breadcrumb } from "~/design/breadcrumb";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { QrCode } from "~/design/qr-code";
import { ScreenOnly } from "~/design/visibility";
import { searchMunicipalities } from "~/domains/organisations/index.server";
import { houseAddress } from "~/platform/address.server";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { idOrNull } from "../given.server";
import { messages } from "../messages";
import { needsMessages } from "../needs-messages";
import { whoAnswers } from "../queries/who-answers.server";
import { PostFacts } from "../ui/post-facts";
import type { Route } from "./+types/poster";

export const loader = conduct(async ({ world, request }: Route.LoaderArgs & { world: World }) => {
	const municipalityId = idOrNull(new URL(request.url).searchParams.get("ort"));
	if (!municipalityId) throw new NotFound();
	const who = await whoAnswers(world, { municipalityId, topicId: null, day: null });
	if (!who.answer) throw new NotFound();
	const address = houseAddress(await shortPath(world, who.place));
	return { who, answer: who.answer, address };
});

/** An address that can be typed from a wall: the place's own page, or the search for its name where one place bears it. */
async function shortPath(world: World, { id, name }: { id: string; name: string }): Promise<string> {
	const bearers = (await searchMunicipalities(world, name)).filter(({ shortName }) => shortName === name);
	const own = bearers.find((found) => found.id === id);
	if (own?.slug) return `/o/${own.slug}/lotsen`;
	return own && bearers.length === 1 ? `/lotsen?q=${encodeURIComponent(name)}` : `/lotsen?ort=${id}`;
}

/** A sheet for the wall of a town hall: who is there, with telephone, office days, and a QR code to the page. */
export default function Poster({ loaderData: { who, answer, address } }: Route.ComponentProps) {
	const t = useText(needsMessages);
	const w = useText(messages);
	const { weekday, time } = useFormat();
	const days = who.officeDays.filter(({ opening }) => !opening.cancelled);
	return (
		<>
			<title>{`${t("poster.title")} – ${who.place.name}`}</title>
			<Breadcrumb
				entries={[{ label: w("who.title"), href: `/lotsen?ort=${who.place.id}` }, { label: t("poster.link") }]}
			/>
			<PageTitle title={t("poster.title")} above={who.place.name} lead={t("poster.lead")} />
			<ScreenOnly>
				<p>{t("poster.print")}</p>
			</ScreenOnly>
			<Section id="anrufen" title={t("poster.call")}>
				<h3>{answer.post.label}</h3>
				<PostFacts post={answer.post} />
				{who.meanwhile && (
					<>
						<h3>{w("who.meanwhile", { label: who.meanwhile.label })}</h3>
						<PostFacts post={who.meanwhile} />
					</>
				)}
			</Section>
			<Section id="vorbeikommen" title={t("poster.come")}>
				{days.length === 0 ? (
					<p>{t("poster.noDays")}</p>
				) : (
					<ul>
						{days.map(({ code, day, opening, municipality }) => (
							<li key={`${code}:${day}`}>
								{t("poster.day", {
									day: weekday(opening.day),
									from: time(opening.opensAt),
									until: time(opening.closesAt),
									place: `${municipality.name}, ${opening.place}`,
								})}
							</li>
						))}
					</ul>
				)}
			</Section>
			<QrCode url={address} label={t("poster.open")} />
		</>
	);
}
