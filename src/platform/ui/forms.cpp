// Draws form controls of one value: text, area, list, file; and what surrounds them.
#include "platform/ui/forms.hpp"

#include "platform/ui/control.hpp"
#include "platform/ui/markup.hpp"
#include "platform/ui/text.hpp"

namespace ui {

using base::h;
using base::Lang;

Html hint_of(const Field& f) {
  if (f.hint.empty()) return {};
  return h(R"(<div id="{}-hint" class="govuk-hint">{}</div>)", f.name, f.hint);
}

Html error_of(Lang lang, const Field& f) {
  if (f.error.empty()) return {};
  return h(R"(<p id="{}-error" class="govuk-error-message">)"
           R"(<span class="govuk-visually-hidden">{}</span> {}</p>)",
           f.name, text::error_prefix.in(lang), f.error);
}

Html words_of(Lang lang, const Field& f) {
  if (!f.optional) return h("{}", f.label);
  return h(R"({} <span class="td-opt">{}</span>)", f.label, text::optional.in(lang));
}

Html described_by(const Field& f) {
  std::string ids;
  const std::string name{std::string_view(f.name)};
  if (!f.hint.empty()) ids += name + "-hint";
  if (!f.error.empty()) ids += (ids.empty() ? "" : " ") + name + "-error";
  return attribute("aria-describedby", ids);
}

Html invalid(const Field& f) { return attribute("aria-invalid", f.error.empty() ? "" : "true"); }

Html group(const Field& f, const Html& inside) {
  return h("<div class=\"{}\">{}</div>\n",
           f.error.empty() ? "govuk-form-group" : "govuk-form-group govuk-form-group--error",
           inside);
}

namespace {

Html label_of(Lang lang, const Field& f) {
  if (f.heading) {
    return h(R"(<h1 class="govuk-label-wrapper"><label class="govuk-label govuk-label--l"
for="{}">{}</label></h1>)",
             f.name, words_of(lang, f));
  }
  return h(R"(<label class="govuk-label" for="{}">{}</label>)", f.name, words_of(lang, f));
}

// Label, hint, error, then the control itself.
Html labelled(Lang lang, const Field& f, const Html& control) {
  auto inside = label_of(lang, f);
  inside += hint_of(f);
  inside += error_of(lang, f);
  inside += control;
  return group(f, inside);
}

std::string css(std::string_view block, const Field& f, std::string_view more = {}) {
  std::string out(block);
  if (!f.error.empty()) (out += ' ') += std::string(block) + "--error";
  if (!more.empty()) (out += ' ') += more;
  return out;
}

Html limit(int length_max) {
  return length_max == 0 ? Html() : attribute("maxlength", std::to_string(length_max));
}

}  // namespace

Html text_input(Lang lang, const Field& f, const TextOptions& o) {
  std::string more;
  if (o.figures) more += "td-num";
  if (o.narrow && o.suffix.empty()) more += more.empty() ? "td-narrow" : " td-narrow";
  auto extra = attribute("value", f.value);
  extra += attribute("inputmode", o.input_mode);
  extra += attribute("autocomplete", o.autocomplete);
  extra += limit(o.length_max);
  extra += attribute("spellcheck", o.spellcheck ? "" : "false");
  extra += described_by(f);
  extra += invalid(f);
  auto input = h(R"(<input class="{}" id="{}" name="{}" type="{}"{}>)", css("govuk-input", f, more),
                 f.name, f.name, o.type, extra);
  if (!o.suffix.empty()) {
    input =
        h(R"(<div class="{}">{}<div class="govuk-input__suffix" aria-hidden="true">{}</div></div>)",
          o.narrow ? "govuk-input__wrapper td-narrow" : "govuk-input__wrapper", input, o.suffix);
  }
  return labelled(lang, f, input);
}

Html textarea(Lang lang, const Field& f, int rows, int length_max) {
  auto extra = limit(length_max);
  extra += described_by(f);
  extra += invalid(f);
  // A newline first: the parser drops one, so that a value beginning with one keeps it.
  return labelled(lang, f,
                  h("<textarea class=\"{}\" id=\"{}\" name=\"{}\" rows=\"{}\"{}>\n{}</textarea>",
                    css("govuk-textarea", f), f.name, f.name, rows, extra, f.value));
}

Html select(Lang lang, const Field& f, const std::vector<Choosable>& choices,
            const Label& unchosen) {
  Html options;
  if (!unchosen.empty()) options += h(R"(<option value="">{}</option>)", unchosen);
  const std::string_view chosen = f.value;
  options += each(choices, [&](const Choosable& c) {
    const bool on = std::string_view(c.value) == chosen;
    return h(R"(<option value="{}"{}>{}</option>)", c.value, flag(on, "selected"), c.label);
  });
  auto extra = described_by(f);
  extra += invalid(f);
  return labelled(lang, f,
                  h(R"(<select class="{}" id="{}" name="{}"{}>{}</select>)",
                    css("govuk-select", f, "td-wide"), f.name, f.name, extra, options));
}

Html file_upload(Lang lang, const Field& f, const UploadOptions& o) {
  auto extra = attribute("accept", o.accept);
  extra += attribute("capture", o.camera ? "environment" : "");
  extra += flag(o.several, "multiple");
  extra += described_by(f);
  extra += invalid(f);
  return labelled(lang, f,
                  h(R"(<input class="{}" id="{}" name="{}" type="file"{}>)",
                    css("govuk-file-upload", f), f.name, f.name, extra));
}

Html hidden(std::string_view name, std::string_view value) {
  return h(R"(<input type="hidden" name="{}" value="{}">)", name, value);
}

Html fieldset(const Label& legend, const Content& fields) {
  return h(R"(<fieldset class="govuk-fieldset"><legend class="govuk-fieldset__legend
govuk-fieldset__legend--m"><h2 class="govuk-fieldset__heading">{}</h2></legend>)"
           "{}</fieldset>\n",
           legend, fields.html());
}

Html form(const Url& action, const Html& hidden_fields, const Content& fields, bool with_files) {
  return h("<form method=\"post\" action=\"{}\"{} novalidate>{}\n{}</form>\n", action,
           attribute("enctype", with_files ? "multipart/form-data" : ""), hidden_fields,
           fields.html());
}

Html error_summary(Lang lang, const std::vector<Link>& errors) {
  if (errors.empty()) return {};
  const auto lines = each(errors, [](const Link& to) {
    if (!to.leads()) return h("<li>{}</li>", to.label);
    return h(R"(<li><a href="{}">{}</a></li>)", to.href, to.label);
  });
  const auto title = errors.size() == 1 ? std::string(text::error_title.in(lang))
                                        : base::fill(text::error_count, lang,
                                                     {{"count", std::to_string(errors.size())}});
  return h(R"(<div class="govuk-error-summary" data-module="govuk-error-summary">)"
           R"(<div role="alert"><h2 class="govuk-error-summary__title">{}</h2>)"
           R"(<div class="govuk-error-summary__body">)"
           R"(<ul class="govuk-list govuk-error-summary__list">{}</ul></div></div></div>)"
           "\n",
           title, lines);
}

std::string_view error_title_prefix(Lang lang) { return text::error_title_prefix.in(lang); }

}  // namespace ui
