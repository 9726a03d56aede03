// The page of letters. Addresses are shown masked, and showing even that is written down.
#include "services/administration/pages_mail.hpp"

#include <algorithm>
#include <charconv>

#include "services/administration/pages_two_person.hpp"
#include "services/administration/text_mail.hpp"
#include "services/administration/views_mail.hpp"

namespace administration {
namespace {

constexpr int page_size = 25;

std::string state_of(const identity::Visit& visit) {
  const auto asked = visit.fields().get("trang-thai");
  const auto& states = messages::letter_states;
  const auto found = std::ranges::find(states, asked);
  return std::string(found == std::end(states) ? states[0] : *found);
}

// The whole city's letters, so for who administers all of it.
std::optional<identity::Subject> city(db::Tx&, const identity::Visit& visit) {
  const auto top = top_of(*visit.who());
  return top ? std::optional(identity::Subject{top, {}}) : std::nullopt;
}

std::string masked(const std::string& address) {
  const auto parsed = mail::Address::parse(address);
  return parsed ? parsed->masked() : "";
}

}  // namespace

identity::Routes MailPages::routes() {
  const auto administrator = identity::officer({identity::role::system_administrator}).over(city);
  return {{http::Method::get, "/quan-tri/thu", administrator,
           [this](auto& visit) { return show(visit, false); }},
          {http::Method::post, "/quan-tri/thu", administrator,
           [this](auto& visit) { return again(visit); }}};
}

http::Response MailPages::show(identity::Visit& visit, bool refused) {
  views::Mail shown;
  shown.state = state_of(visit);
  shown.works = parts_.messages.mail();
  shown.refused = refused;
  shown.mended = visit.fields().get("xong") == "lai";
  std::from_chars(visit.fields().get("trang").data(),
                  visit.fields().get("trang").data() + visit.fields().get("trang").size(),
                  shown.page);
  shown.page = std::clamp(shown.page, 1, 100'000);
  std::vector<messages::LetterLine> lines;
  parts_.db.read([&](db::Tx& tx) {
    shown.counts = messages::letter_counts(tx, visit.now());
    lines = messages::letters(tx, shown.state, page_size + 1, (shown.page - 1) * page_size);
  });
  shown.more = int(lines.size()) > page_size;
  if (shown.more) lines.pop_back();
  auto& purpose = visit.purpose("administration.mail");
  for (auto& line : lines) {
    const auto* kind = parts_.messages.kind(line.kind);
    const auto& said = line.said.open(purpose);
    auto address = masked(line.address.open(purpose));
    // What a server says may repeat the address.
    const bool repeats = said.find('@') != std::string::npos;
    shown.lines.push_back({kind ? std::string(kind->title.in(visit.lang())) : line.kind,
                           std::move(address), repeats ? "" : said, std::move(line)});
  }
  shown.marks = [&visit] { return visit.marks(); };
  return parts_.chrome.officer(visit, views::mail(visit.lang(), shown), refused ? 422 : 200);
}

http::Response MailPages::again(identity::Visit& visit) {
  const auto id = messages::MessageId::parse(visit.fields().get("message"));
  const bool mended = parts_.db.write([&](db::Tx& tx) {
    if (journal::Journal::find_act(tx, visit.act())) return true;
    if (!id || !parts_.messages.again(tx, visit.now(), *id)) return false;
    parts_.journal.append(tx, visit.now(),
                          {.act = visit.act(),
                           .actor = visit.who()->actor(),
                           .verb = "messages.again",
                           .subject_kind = "message",
                           .subject = id->value,
                           .facts = {},
                           .law = ""});
    return true;
  });
  if (!mended) return show(visit, true);
  return http::Response::see_other("/quan-tri/thu?trang-thai=trouble&xong=lai");
}

std::map<std::string, base::Words> mail_purposes() {
  return {{"administration.mail",
           {std::string(text::purpose_mail.vi), std::string(text::purpose_mail.en)}}};
}

}  // namespace administration
