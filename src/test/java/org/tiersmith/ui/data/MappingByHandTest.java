package org.tiersmith.ui.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.data.ImportPreview;
import org.tiersmith.data.JoinOutcome;
import org.tiersmith.data.MappingJson;
import org.tiersmith.data.RoleMapping;
import org.tiersmith.data.TableKind;
import org.tiersmith.service.ProjectSession;
import org.tiersmith.ui.Fx;
import org.tiersmith.ui.Keyboard;
import org.tiersmith.ui.TestUi;
import org.tiersmith.ui.kit.Language.Tongue;
import org.tiersmith.ui.kit.Theme.Mode;
import org.tiersmith.ui.kit.Ui;

/**
 * A mapping of the kind that a real set of files needs, made by nothing but what the screen offers:
 * files that follow and stand beside, formulas, a renamed attribute, columns left out.
 */
class MappingByHandTest {
  @TempDir private Path folder;

  private final TestUi.Answers desktop = new TestUi.Answers();
  private final TestUi.HeldRunner held = new TestUi.HeldRunner();
  private ProjectSession session;
  private DataViewModel model;
  private Stage stage;
  private RoleMapping wanted;

  @BeforeEach
  void open() throws IOException {
    writeShop();
    Path json = folder.resolve("complete_journey.json");
    Files.copy(
        Objects.requireNonNull(MappingJson.class.getResourceAsStream("sets/complete_journey.json")),
        json);
    wanted = MappingJson.read(json);
    session = ProjectSession.make(folder.resolve("shop.tiersmith"));
    forget();
    Ui ui = Fx.call(() -> TestUi.of(Tongue.ENGLISH, Mode.LIGHT, held, desktop));
    model = Fx.call(() -> new DataViewModel(DataDesk.of(session), ui.tasks(), ui.notices()));
    stage = Fx.call(() -> Keyboard.open(ui, new DataScreen(model, ui)));
    Fx.settle();
  }

  @AfterEach
  void close() {
    Fx.run(stage::close);
    forget();
    session.close();
  }

  @Test
  void makesTheMappingOfARealSetAndIsAskedNextTimeAboutFilesNotChosen() {
    hand(file("products"), file("transactions"));
    assertThat(model.draft().state().taken()).containsExactly(TableKind.PRODUCTS, TableKind.EVENTS);
    events();
    products();
    work();
    assertThat(preview().problem()).isNull();
    assertThat(model.draft().state().obstacle()).isEmpty();
    assertThat(saved()).isEqualTo(wanted);
    click("import");
    work();
    assertThat(model.datasetProperty().get().counts().events()).isEqualTo(5);

    hand(file("transactions"));
    ChosenFile again = model.draft().files().getFirst();
    assertThat(again.guess().isRemembered()).isTrue();
    assertThat(again.mapping().joins()).isEmpty();
    assertThat(again.asked()).isEqualTo(wanted.events().joins());
    assertThat(model.draft().state().obstacle().orElseThrow().why())
        .isEqualTo(DraftState.Why.JOIN_ASKED);
    click("show-joins");
    click("use-demographics-csv-gz");
    work();
    click("use-coupons-csv-gz");
    work();
    assertThat(model.draft().files().getFirst().mapping().joins())
        .isEqualTo(wanted.events().joins());
  }

  @Test
  void saysAtTheRoleWhatIsWrongWithItsFormulaAndTakesItBack() {
    hand(file("transactions"));
    RoleMapping before = model.draft().state().mapping();
    formula("store", "upper(stoer_id)");
    work();
    assertThat(preview().problem()).isNotNull();
    Node told = find("role-store").getParent().getParent().lookup(".ts-fault");
    assertThat(((Labeled) told).getText()).contains("stoer_id").contains("store_id");
    assertThat(told.isVisible()).isTrue();
    Fx.run(() -> model.draft().undo());
    work();
    assertThat(model.draft().state().mapping()).isEqualTo(before);
    assertThat(preview().problem()).isNull();
  }

  private void events() {
    click("show-rows");
    desktop.choosing(file("coupon_redemptions"));
    item("follow", "another-file");
    work();
    click("show-joins");
    desktop.choosing(file("demographics"));
    item("join", "another-file");
    work();
    choose("own-demographics-csv-gz-0", "household_id");
    choose("its-demographics-csv-gz-0", "household_id");
    desktop.choosing(file("coupons"));
    item("join", "another-file");
    work();
    assertThat(model.draft().state().obstacle().orElseThrow().why())
        .as("neither column tells a row of the coupons alone")
        .isEqualTo(DraftState.Why.JOIN_WITHOUT_COLUMNS);
    choose("own-coupons-csv-gz-0", "coupon_upc");
    choose("its-coupons-csv-gz-0", "coupon_upc");
    click("add-pair-coupons-csv-gz");
    choose("own-coupons-csv-gz-1", "campaign_id");
    choose("its-coupons-csv-gz-1", "campaign_id");
    work();
    assertThat(preview().source().joins())
        .extracting(JoinOutcome::met, JoinOutcome::rows)
        .containsExactly(tuple(4L, 5L), tuple(2L, 5L));
    click("show-columns");
    free(TableKind.EVENTS);
    choose("role-customer_id", "household_id");
    formula("product_id", "coalesce(product_id, product_id_2)");
    formula("timestamp", "coalesce(transaction_timestamp, redemption_date)");
    formula("type", "CASE WHEN coupon_upc IS NULL THEN 'purchase' ELSE 'redemption' END");
    choose("role-quantity", "quantity");
    choose("role-store", "store_id");
    type("name-age", "age_band");
    click("show-prices");
    choose("role-amount", "sales_value");
    formula("discount_amount", "retail_disc + coupon_match_disc");
    click("show-columns");
    for (String column : wanted.events().drop()) {
      click("keep-" + OtherColumns.id(column));
    }
  }

  private void products() {
    Node kind = find("kind-products-products-csv-gz");
    Fx.run(kind::requestFocus);
    Fx.settle();
    click("show-columns");
    free(TableKind.PRODUCTS);
    choose("role-product_id", "product_id");
    formula("title", "product_type || coalesce(' ' || package_size, '')");
    choose("role-category", "product_category");
    choose("role-brand", "brand");
  }

  /** Frees roles for which something was guessed that is not wanted. */
  private void free(TableKind kind) {
    for (String role : model.draft().state().mapping().of(kind).columns().keySet()) {
      if (!wanted.of(kind).columns().containsKey(role)) {
        click(RoleNaming.prices().contains(role) ? "show-prices" : "show-columns");
        item("how-" + role, "by-nothing");
      }
    }
    click("show-columns");
  }

  private RoleMapping saved() {
    Path json = folder.resolve("mine.json");
    desktop.choosing(json);
    click("save-mapping");
    work();
    return MappingJson.read(json);
  }

  private void hand(Path... files) {
    Fx.run(() -> model.choose(List.of(files)));
    work();
  }

  /** Lets what was asked for last be done: files read, the first rows shown. */
  private void work() {
    Fx.settle();
    Fx.run(held::release);
    Fx.settle();
  }

  private ImportPreview preview() {
    return model.mapping().previewProperty().get();
  }

  private Node find(String id) {
    return Objects.requireNonNull(
        Fx.call(() -> stage.getScene().lookup("#" + id)), () -> "no " + id + " on the screen");
  }

  private void click(String id) {
    ButtonBase button = (ButtonBase) find(id);
    Fx.run(button::fire);
    Fx.settle();
  }

  private void choose(String id, String value) {
    @SuppressWarnings("unchecked")
    ComboBox<String> box = (ComboBox<String>) find(id);
    assertThat(box.getItems()).as(id).contains(value);
    Fx.run(() -> box.setValue(value));
    Fx.settle();
  }

  private void formula(String role, String text) {
    item("how-" + role, "by-formula");
    type("role-" + role, text);
  }

  private void type(String id, String text) {
    TextField field = (TextField) find(id);
    Fx.run(
        () -> {
          field.setText(text);
          field.fireEvent(new ActionEvent());
        });
    Fx.settle();
  }

  private void item(String menu, String id) {
    MenuItem item =
        ((MenuButton) find(menu))
            .getItems().stream().filter(one -> id.equals(one.getId())).findFirst().orElseThrow();
    Fx.run(item::fire);
    Fx.settle();
  }

  private void forget() {
    session.data().forget(file("transactions"));
    session.data().forget(file("products"));
  }

  private Path file(String name) {
    return folder.resolve(name + ".csv.gz");
  }

  private void writeShop() throws IOException {
    write(
        "transactions",
        """
        household_id,store_id,basket_id,product_id,quantity,sales_value,retail_disc,coupon_disc,\
        coupon_match_disc,week,transaction_timestamp
        2261,309,31625220889,940996,1,3.86,0.43,0,0,5,2017-01-28 14:06:53
        2131,368,32053127496,873902,1,1.59,0.9,0,0,10,2017-02-28 22:31:57
        2261,309,31625220890,873902,2,3.00,0.5,0,0.1,6,2017-02-02 10:00:00
        """);
    write(
        "coupon_redemptions",
        """
        household_id,coupon_upc,campaign_id,redemption_date
        2131,51380041013,26,2017-01-01
        9999,10000085207,26,2017-01-05
        """);
    write(
        "coupons",
        """
        coupon_upc,product_id,campaign_id
        10000085207,940996,26
        51380041013,873902,26
        51380041013,940996,8
        """);
    write(
        "demographics",
        """
        household_id,age,income,home_ownership
        2261,65+,35-49K,Homeowner
        2131,45-54,50-74K,Renter
        """);
    write(
        "products",
        """
        product_id,manufacturer_id,department,brand,product_category,product_type,package_size
        940996,2,GROCERY,National,FRZN ICE,ICE - CRUSHED/CUBED,22 LB
        873902,2,GROCERY,Private,SOUP,TOMATO SOUP,
        """);
  }

  private void write(String name, String text) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file(name)))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
