// Form controls against govuk-frontend's own fixtures (MIT, version 6.6.0), and what we add.
#include "platform/ui/forms.hpp"

#include <doctest/doctest.h>

#include "platform/ui/tests/markup_compare.hpp"

using base::Lang;
using ui::checkbox;
using ui::checkboxes;
using ui::error_summary;
using ui::Field;
using ui::file_upload;
using ui_test::has;
using ui_test::tight;

TEST_CASE("A text field is govuk-frontend's, with our label, hint and error") {
  const Field plain{.name = "more", .label = "Weight, in kilograms"};
  CHECK(tight(text_input(Lang::en, plain, {.suffix = "kg"})) == tight(R"(
<div class="govuk-form-group">
  <label class="govuk-label" for="more">
    Weight, in kilograms
  </label>
  <div class="govuk-input__wrapper">
    <input class="govuk-input" id="more" name="more" type="text">
    <div class="govuk-input__suffix" aria-hidden="true">kg</div>
  </div>
</div>)"));
  const Field wrong{.name = "ni",
                    .label = "National Insurance number",
                    .hint = "On the card",
                    .error = "Enter a National Insurance number in the correct format"};
  CHECK(tight(text_input(Lang::en, wrong)) == tight(R"(
<div class="govuk-form-group govuk-form-group--error">
  <label class="govuk-label" for="ni">
    National Insurance number
  </label>
  <div id="ni-hint" class="govuk-hint">
    On the card
  </div>
  <p id="ni-error" class="govuk-error-message">
    <span class="govuk-visually-hidden">Error:</span> Enter a National Insurance number in the
          correct format
  </p>
  <input class="govuk-input govuk-input--error" id="ni" name="ni" type="text"
          aria-describedby="ni-hint ni-error" aria-invalid="true">
</div>)"));
}

TEST_CASE("Radios are govuk-frontend's; what a choice reveals stands in the page") {
  const Field field{.name = "how", .label = "How do you want to be contacted?", .value = "phone"};
  const auto drawn = radios(
      Lang::en, field,
      {{"email", "Email", "Answered in a day"}, {"phone", "Phone", "", base::h("<p>number</p>")}});
  CHECK(tight(drawn) == tight(R"(
<div class="govuk-form-group">
  <fieldset class="govuk-fieldset">
  <legend class="govuk-fieldset__legend">
    How do you want to be contacted?
  </legend>
  <div class="govuk-radios" data-module="govuk-radios">
    <div class="govuk-radios__item">
      <input class="govuk-radios__input" id="how" name="how" type="radio" value="email"
          aria-describedby="how-item-hint">
      <label class="govuk-label govuk-radios__label" for="how">
        Email
      </label>
      <div id="how-item-hint" class="govuk-hint govuk-radios__hint">
        Answered in a day
      </div>
    </div>
    <div class="govuk-radios__item">
      <input class="govuk-radios__input" id="how-2" name="how" type="radio" value="phone" checked>
      <label class="govuk-label govuk-radios__label" for="how-2">
        Phone
      </label>
    </div>
    <div class="govuk-radios__conditional" id="conditional-how-2">
      <p>number</p>
    </div>
  </div>
</fieldset>
</div>)"));
}

TEST_CASE("A date is three inputs, shown as typed even when wrong") {
  const Field field{
      .name = "dob", .label = "What is your date of birth?", .hint = "For example, 31 3 1980"};
  CHECK(tight(date_input(Lang::en, field, {"31", "", "19x"}, true)) == tight(R"(
<div class="govuk-form-group">
  <fieldset class="govuk-fieldset" role="group" aria-describedby="dob-hint">
    <legend class="govuk-fieldset__legend">
      What is your date of birth?
    </legend>
    <div id="dob-hint" class="govuk-hint">
      For example, 31 3 1980
    </div>
    <div class="govuk-date-input" id="dob">
      <div class="govuk-date-input__item">
        <div class="govuk-form-group">
          <label class="govuk-label govuk-date-input__label" for="dob-day">Day</label>
          <input class="govuk-input govuk-date-input__input govuk-input--width-2" id="dob-day"
          name="dob-day" type="text" inputmode="numeric" value="31" autocomplete="bday-day">
        </div>
      </div>
      <div class="govuk-date-input__item">
        <div class="govuk-form-group">
          <label class="govuk-label govuk-date-input__label" for="dob-month">Month</label>
          <input class="govuk-input govuk-date-input__input govuk-input--width-2"
          id="dob-month" name="dob-month" type="text" inputmode="numeric" autocomplete="bday-month">
        </div>
      </div>
      <div class="govuk-date-input__item">
        <div class="govuk-form-group">
          <label class="govuk-label govuk-date-input__label" for="dob-year">Year</label>
          <input class="govuk-input govuk-date-input__input govuk-input--width-4" id="dob-year"
          name="dob-year" type="text" inputmode="numeric" value="19x" autocomplete="bday-year">
        </div>
      </div>
    </div>
  </fieldset>
</div>)"));
}

TEST_CASE("The error summary leads Bảo to each field, in his language") {
  CHECK(error_summary(Lang::vi, {}).empty());
  CHECK(tight(error_summary(Lang::en, {{"The date must be in the past", "#a"},
                                       {"Enter a postcode, like AA1 1AA", "#b"}})) == tight(R"(
<div class="govuk-error-summary" data-module="govuk-error-summary">
  <div role="alert">
    <h2 class="govuk-error-summary__title">
      There are 2 problems
    </h2>
    <div class="govuk-error-summary__body">
        <ul class="govuk-list govuk-error-summary__list">
          <li>
            <a href="#a">The date must be in the past</a>
          </li>
          <li>
            <a href="#b">Enter a postcode, like AA1 1AA</a>
          </li>
        </ul>
    </div>
  </div>
</div>)"));
  CHECK(has(error_summary(Lang::vi, {{"Số điện thoại phải có 10 chữ số", "#phone"}}),
            "Có 1 chỗ cần sửa"));
}

TEST_CASE("What is typed comes back as text in every control") {
  const std::string typed = "</textarea><script>alert('x')</script> \"O'Neil\" 🪷";
  const Field field{.name = "n", .label = typed, .hint = typed, .error = typed, .value = typed};
  for (const auto& drawn :
       {text_input(Lang::vi, field), textarea(Lang::vi, field),
        select(Lang::vi, field, {{typed, typed}}), radios(Lang::vi, field, {{typed, typed, typed}}),
        checkbox(Lang::vi, field), file_upload(Lang::vi, field),
        date_input(Lang::vi, field, {typed, typed, typed}), ui::hidden("n", typed)}) {
    CHECK_FALSE(has(drawn, "<script>"));
    CHECK_FALSE(has(drawn, "</textarea><script"));
    CHECK(has(drawn,
              "&lt;/textarea&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; "
              "&quot;O&#39;Neil&quot; 🪷"));
  }
}

TEST_CASE("The chosen value stays chosen, and only that one") {
  const Field field{.name = "kind", .label = "Loại", .value = "b"};
  const auto list = select(Lang::vi, field, {{"a", "A"}, {"b", "B"}}, "Chọn một loại");
  CHECK(has(list, R"(<option value="">Chọn một loại</option>)"));
  CHECK(has(list, R"(<option value="b" selected>B</option>)"));
  CHECK(has(list, R"(<option value="a">A</option>)"));
  const auto boxes =
      checkboxes(Lang::vi, {.name = "k", .label = "L"}, {{"a", "A"}, {"b", "B"}}, {"a"});
  CHECK(has(boxes, R"(value="a" checked>)"));
  CHECK_FALSE(has(boxes, R"(value="b" checked>)"));
  CHECK(has(checkbox(Lang::vi, {.name = "k", .label = "L", .value = "yes"}), " checked"));
  CHECK_FALSE(has(checkbox(Lang::vi, {.name = "k", .label = "L"}), " checked"));
}

TEST_CASE("An optional field says so; a one-question page has its question as h1") {
  const Field field{.name = "n", .label = "Email", .optional = true, .heading = true};
  CHECK(has(text_input(Lang::vi, field), R"(<span class="td-opt">(không bắt buộc)</span>)"));
  CHECK(has(text_input(Lang::vi, field), "<h1 class=\"govuk-label-wrapper\">"));
  CHECK(has(radios(Lang::en, field, {}), "<h1 class=\"govuk-fieldset__heading\">"));
}

TEST_CASE("A form with files says how it is sent") {
  CHECK(has(ui::form("/a", ui::hidden("act", "1"), base::h("x"), true),
            R"(<form method="post" action="/a" enctype="multipart/form-data" novalidate>)"));
  CHECK(
      has(file_upload(Lang::vi, {.name = "f", .label = "Ảnh"}, {.accept = ".pdf", .camera = true}),
          R"(type="file" accept=".pdf" capture="environment">)"));
}
