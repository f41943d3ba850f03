package org.tiersmith.ui.data;

import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;
import org.tiersmith.data.ContactColumn;
import org.tiersmith.data.Privacy;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Texts;

/** How the customers are hidden: pseudonyms, and columns by which a person could be known. */
final class PrivacyTab extends MappingTab {
  private final VBox contacts = new VBox(6);

  PrivacyTab(MappingViewModel model, Texts texts) {
    super(model, texts);
    model.contacts().allProperty().subscribe(this::show);
    visibleProperty()
        .subscribe(
            shown -> {
              if (shown) {
                model.findContacts();
              }
            });
  }

  @Override
  protected Node content(ChosenFile file) {
    Privacy privacy = model.draft().state().privacy();
    CheckBox hide = box("hide", privacy.pseudonymise());
    hide.textProperty().bind(texts.bind("hide-customers"));
    hide.setOnAction(
        event ->
            change(now -> new Privacy(hide.isSelected(), now.dropContacts(), now.dropColumns())));
    CheckBox drop = box("drop-contacts", privacy.dropContacts());
    drop.textProperty().bind(texts.bind("drop-contacts"));
    drop.setOnAction(
        event ->
            change(now -> new Privacy(now.pseudonymise(), drop.isSelected(), now.dropColumns())));
    show(model.contacts().allProperty().get());
    return column(
        hide,
        hint(texts.bind("hide-hint")),
        hint(texts.bind("key-folder", model.keyFolder().toString())),
        drop,
        hint(texts.bind("drop-hint")),
        Labels.section(texts.bind("contacts")),
        contacts);
  }

  private void show(List<ContactColumn> all) {
    contacts
        .getChildren()
        .setAll(all.stream().map(c -> model.contacts().isId(c) ? id(c) : row(c)).toList());
    if (all.isEmpty()) {
      contacts.getChildren().add(hint(texts.bind("no-contacts")));
    }
  }

  /** Without it nobody is told apart: it can be hidden, not left out. */
  private Node id(ContactColumn contact) {
    CheckBox hidden =
        box(
            "contact-" + OtherColumns.id(contact.column()),
            model.draft().state().privacy().pseudonymise());
    hidden.setMnemonicParsing(false);
    hidden
        .textProperty()
        .bind(texts.bind("contact-id", contact.column(), contact.file(), what(contact)));
    hidden.setOnAction(
        event ->
            change(now -> new Privacy(hidden.isSelected(), now.dropContacts(), now.dropColumns())));
    return hidden;
  }

  private ObservableValue<String> what(ContactColumn contact) {
    return texts.bind("contact." + contact.what().name().toLowerCase(java.util.Locale.ROOT));
  }

  private Node row(ContactColumn contact) {
    Privacy privacy = model.draft().state().privacy();
    CheckBox out =
        box(
            "contact-" + OtherColumns.id(contact.column()),
            Contacts.isDropped(privacy, contact.column()));
    out.setMnemonicParsing(false);
    out.textProperty()
        .bind(
            texts.bind(
                contact.byContents() ? "contact-by-values" : "contact-by-name",
                contact.column(),
                contact.file(),
                what(contact)));
    out.setOnAction(
        event -> change(now -> model.contacts().with(now, contact.column(), out.isSelected())));
    return out;
  }

  private static CheckBox box(String id, boolean on) {
    CheckBox box = new CheckBox();
    box.setId(id);
    box.setSelected(on);
    box.setWrapText(true);
    box.setMinHeight(USE_PREF_SIZE);
    return box;
  }

  private void change(UnaryOperator<Privacy> how) {
    model.draft().change(now -> now.with(how.apply(now.privacy())));
  }
}
