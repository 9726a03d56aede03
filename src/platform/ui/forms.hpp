// Form controls: the HTML of govuk-frontend 6 with labels, hints and errors in the page's language.
//
// All work without JavaScript. Ids come from names: a control is #name, its hint #name-hint, its
// error #name-error; the first of several choices is #name, so an error summary leads there.
#pragma once

#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "platform/ui/shown.hpp"

namespace ui {

// What every control has. `value` is shown as the person typed it, also when it is wrong.
struct Field {
  Label name;
  Label label;
  Label hint = {};
  Label error = {};       // what is wrong, how to mend it, an example; empty: nothing is wrong
  bool optional = false;  // adds "(không bắt buộc)" to the label
  Label value = {};
  bool heading = false;  // the label is the page's h1: one question a page
};

struct TextOptions {
  std::string_view type = "text";      // text, tel, email, search, password, url
  std::string_view input_mode = {};    // numeric, decimal, tel, email
  std::string_view autocomplete = {};  // HTML tokens: name, tel, email, bday, street-address, off
  Label suffix = {};                   // "đ", "ngày"
  bool narrow = false;                 // 16 rem, for numbers, dates, phones
  bool figures = false;                // tabular digits
  int length_max = 0;                  // characters; 0: only the server bounds it
  bool spellcheck = true;
};
Html text_input(base::Lang lang, const Field& field, const TextOptions& options = {});
Html textarea(base::Lang lang, const Field& field, int rows = 5, int length_max = 0);

struct Choosable {
  Label value;
  Label label;
  Label hint = {};
  Html reveals = {};  // shown with this choice; always, in a browser without :has()
};
// field.value is the value chosen; an empty `unchosen` leaves out the first, empty line.
Html select(base::Lang lang, const Field& field, const std::vector<Choosable>& choices,
            const Label& unchosen = {});
Html radios(base::Lang lang, const Field& field, const std::vector<Choosable>& choices,
            bool small = false);
Html checkboxes(base::Lang lang, const Field& field, const std::vector<Choosable>& choices,
                const std::vector<std::string_view>& chosen, bool small = false);
// One statement to agree to; sends "yes". field.value "yes" shows it ticked.
Html checkbox(base::Lang lang, const Field& field);

// Three inputs, name-day, name-month, name-year, as typed. Where the law takes a bare year (old
// birth records), the hint says that day and month may stay empty; the server decides.
struct DateTyped {
  Label day;
  Label month;
  Label year;
};
Html date_input(base::Lang lang, const Field& field, const DateTyped& typed, bool birthday = false);

struct UploadOptions {
  std::string_view accept = {};  // ".pdf,image/*"
  bool camera = false;           // a phone opens its camera
  bool several = false;
};
// The form around it says enctype="multipart/form-data": see form().
Html file_upload(base::Lang lang, const Field& field, const UploadOptions& options = {});

Html hidden(std::string_view name, std::string_view value);
Html fieldset(const Label& legend, const Content& fields);

// A POST form. `hidden_fields` carries the tokens the server asks for.
Html form(const Url& action, const Html& hidden_fields, const Content& fields,
          bool with_files = false);

// At the top of a refused form; the title of the page then begins with error_title_prefix().
Html error_summary(base::Lang lang, const std::vector<Link>& errors);
std::string_view error_title_prefix(base::Lang lang);  // "Lỗi: "

}  // namespace ui
