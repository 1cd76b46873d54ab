import { Breadcrumb } from "~/design/breadcrumb";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { PhoneLink } from "~/design/phone-link";
import { RichTextView } from "~/design/rich-text-view";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { easyLanguage } from "../queries/taking-part.server";
import { messages } from "../taking-part-messages";
import { PostalAddress } from "../ui/postal-address";
import type { Route } from "./+types/easy-language";

export const loader = conduct(({ world, params }: Route.LoaderArgs & { world: World }) =>
	easyLanguage(world, params.place),
);

/** How to take part, for people who need short sentences. */
export default function EasyLanguage({ loaderData: { place, html, lang, texts } }: Route.ComponentProps) {
	const t = useText(messages);
	return (
		<>
			<title>{`${t("easy.title")} – ${place.name}`}</title>
			<Breadcrumb entries={[{ label: place.name, href: `/o/${place.slug}` }, { label: t("easy.name") }]} />
			<PageTitle title={t("easy.title")} above={place.name} />
			<RichTextView html={html} lang={lang} />
			{texts.length > 0 && (
				<Section id="texte" title={t("easy.texts")}>
					<ul>
						{texts.map(({ title, href }) => (
							<li key={href}>
								<a href={href}>{title}</a>
							</li>
						))}
					</ul>
				</Section>
			)}
			{(place.phone || place.address) && (
				<Section id="hilfe" title={t("easy.contact")}>
					{place.phone && (
						<p>
							{t("easy.call")} <PhoneLink number={place.phone} />
						</p>
					)}
					{place.address && (
						<>
							<p>{t("easy.write")}</p>
							<PostalAddress name={place.name} lines={place.address} />
						</>
					)}
				</Section>
			)}
		</>
	);
}
