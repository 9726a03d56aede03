// Gathered in one snapshot; papers are read afterwards, one by one.
#include "services/privacy/taking.hpp"

#include "engines/identity/identity.hpp"
#include "engines/messages/reach.hpp"
#include "platform/files/zip.hpp"
#include "services/privacy/store_consent.hpp"
#include "services/privacy/text_consents.hpp"
#include "services/privacy/text_requests.hpp"
#include "services/privacy/words.hpp"

namespace privacy {
namespace {

using base::Html;
using base::Lang;
using contracts::Section;

constexpr int messages_max = 1'000, requests_max = 200;

std::string t(const base::Text& text, Lang lang) { return std::string(text.in(lang)); }

Section account(db::Tx& tx, const contracts::Reading& reading) {
  Section out{t(text::account_kept, reading.lang), {}};
  const auto person = identity::person(tx, reading.person);
  if (!person) return out;
  const auto add = [&](const base::Text& label, const base::Personal<std::string>& value,
                       Field field = Field::other) {
    const auto& open = value.open(reading.purpose);
    if (open.empty()) return;
    out.lines.emplace_back(t(label, reading.lang), said_value(field, open, reading.lang));
  };
  add(text::name, person->name);
  add(text::number, person->number);
  add(text::birth, person->birth, Field::birth);
  add(text::gender, person->gender, Field::gender);
  add(text::ethnicity, person->ethnicity);
  add(text::nationality, person->nationality);
  add(text::residence, person->residence);
  add(text::phone, person->phone);
  add(text::email, person->email);
  for (const auto& paper : identity::papers_of(tx, reading.person)) {
    add(text::older_paper, paper.number);
  }
  return out;
}

std::string said(messages::Channel channel, Lang lang) {
  switch (channel) {
    case messages::Channel::mail:
      return t(text::reached_by_mail, lang);
    case messages::Channel::inbox:
      return t(text::reached_by_inbox, lang);
    case messages::Channel::nothing:
      return t(text::reached_by_nothing, lang);
  }
  return {};
}

Section reached(db::Tx& tx, const messages::Messages& messages, const contracts::Reading& reading) {
  const auto lang = reading.lang;
  Section out{t(text::how_reached, lang), {}};
  const auto reach = messages::reach_of(tx, reading.person);
  const auto add = [&](const base::Text& label, const std::string& value) {
    if (!value.empty()) out.lines.emplace_back(t(label, lang), value);
  };
  add(text::reached_at, reach.address.open(reading.purpose));
  add(text::reached_pending, reach.pending.open(reading.purpose));
  const bool english = reach.lang == Lang::en;
  add(text::reached_language, t(english ? text::in_english : text::in_vietnamese, lang));
  for (const auto& [key, channel] : reach.channels) {
    const auto* kind = messages.kind(key);
    out.lines.emplace_back(kind ? t(kind->title, lang) : key, said(channel, lang));
  }
  return out;
}

std::vector<Section> told(db::Tx& tx, const messages::Messages& messages,
                          const contracts::Reading& reading) {
  std::vector<Section> out;
  for (const auto& one : messages.inbox(tx, reading.person, reading.lang, messages_max, 0)) {
    Section section{base::fill(text::message, reading.lang, {{"time", one.made_at.local().vn()}}),
                    {}};
    section.lines.emplace_back(one.title, "");
    for (const auto& line : one.paragraphs) section.lines.back().second += line + "\n";
    out.push_back(std::move(section));
  }
  return out;
}

Section asked(db::Tx& tx, const contracts::Reading& reading) {
  Section out{t(text::my_requests, reading.lang), {}};
  for (const auto& one : store::of_person(tx, reading.person, requests_max)) {
    const auto wanted = said_value(one.field, one.wanted.open(reading.purpose), reading.lang);
    out.lines.emplace_back(one.code, said(one.kind, reading.lang) + "; " +
                                         said(one.field, reading.lang) + "; " + wanted + "; " +
                                         one.words.open(reading.purpose) + "; " +
                                         one.answer.open(reading.purpose));
  }
  return out;
}

Section agreed(db::Tx& tx, const contracts::Reading& reading) {
  Section out{t(text::consents, reading.lang), {}};
  for (const auto& one : store::consents_of(tx, reading.person)) {
    const auto words = store::consent_text(tx, one.kind, one.version);
    auto times = one.given_at.local().vn();
    if (one.withdrawn_at) times += " - " + one.withdrawn_at->local().vn();
    out.lines.emplace_back(words ? words->title.in(reading.lang) : one.kind, std::move(times));
  }
  return out;
}

contracts::Taken gather(const Parts& parts, identity::Visit& visit) {
  contracts::Taken all;
  const contracts::Reading reading{visit.who()->person, visit.purpose("privacy.own"), visit.lang(),
                                   visit.now()};
  const auto add = [&](Section section) {
    if (!section.lines.empty()) all.sections.push_back(std::move(section));
  };
  parts.db.read([&](db::Tx& tx) {
    all = {};
    add(account(tx, reading));
    for (const auto& keeper : parts.keepers) {
      if (!keeper.taken) continue;
      auto one = keeper.taken(tx, reading);
      for (auto& section : one.sections) add(std::move(section));
      for (auto& paper : one.papers) all.papers.push_back(std::move(paper));
    }
    add(reached(tx, parts.messages, reading));
    for (auto& section : told(tx, parts.messages, reading)) add(std::move(section));
    add(asked(tx, reading));
    add(agreed(tx, reading));
    for (const auto& one : store::of_person(tx, reading.person, requests_max)) {
      if (one.paper.empty()) continue;
      const auto end = one.paper_type.substr(one.paper_type.find('/') + 1);
      all.papers.push_back({one.code + "/giay-to." + end,
                            [&files = parts.files, name = one.paper] { return files.get(name); }});
    }
  });
  return all;
}

std::string page_of(const contracts::Taken& taken, const Section& papers, Lang lang,
                    base::Instant now) {
  Html body = base::h("<h1>{}</h1><p>{}</p>", t(text::my_data, lang),
                      base::fill(text::taken_at, lang, {{"time", now.local().vn()}}));
  const auto add = [&](const Section& section) {
    body += base::h("<h2>{}</h2><dl>", section.title);
    for (const auto& [label, value] : section.lines) {
      body += base::h("<dt><b>{}</b></dt><dd>{}</dd>", label, value);
    }
    body += base::h("</dl>");
  };
  for (const auto& section : taken.sections) add(section);
  if (!papers.lines.empty()) add(papers);
  return base::h(
             "<!DOCTYPE html><html lang=\"{}\"><head><meta charset=\"utf-8\"><title>{}</title>"
             "</head><body>{}</body></html>",
             base::code(lang), t(text::my_data, lang), body)
      .str();
}

std::string json_of(const contracts::Taken& taken, const Section& papers, base::Instant now) {
  base::json::array sections;
  const auto add = [&](const Section& section) {
    base::json::array lines;
    for (const auto& [label, value] : section.lines) {
      lines.push_back(base::json::object{{"label", label}, {"value", value}});
    }
    sections.push_back(base::json::object{{"title", section.title}, {"lines", std::move(lines)}});
  };
  for (const auto& section : taken.sections) add(section);
  if (!papers.lines.empty()) add(papers);
  return base::json::canonical(
      base::json::object{{"made_at", now.iso()}, {"sections", std::move(sections)}});
}

}  // namespace

std::string taken_along(const Parts& parts, identity::Visit& visit) {
  const auto lang = visit.lang();
  const auto all = gather(parts, visit);
  std::vector<files::Packed> packed;
  Section papers{t(text::papers, lang), {}};
  std::size_t bytes = 0;
  for (const auto& paper : all.papers) {
    auto content = paper.bytes();
    bytes += content.size();
    if (bytes > taken_bytes_max) {
      bytes -= content.size();
      papers.lines.emplace_back(base::fill(text::left_out, lang, {{"name", paper.name}}), "");
      continue;
    }
    papers.lines.emplace_back(paper.name, "");
    packed.push_back({paper.name, std::move(content)});
  }
  packed.push_back({"du-lieu-cua-toi.html", page_of(all, papers, lang, visit.now())});
  packed.push_back({"du-lieu-cua-toi.json", json_of(all, papers, visit.now())});
  return files::zip(packed, visit.now());
}

}  // namespace privacy
